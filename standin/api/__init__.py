"""What the interface under /v1 can do: each call reads its fields, acts on the account, shows the outcome."""
