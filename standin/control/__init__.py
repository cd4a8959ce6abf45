"""What a test, or someone trying the demo, may make happen under /_control/. Stripe has nothing like it."""
