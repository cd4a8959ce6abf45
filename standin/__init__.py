"""A process of its own that speaks Stripe's HTTP interface, for tests and the demo. No money moves in it."""
