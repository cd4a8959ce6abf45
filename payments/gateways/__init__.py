"""One small interface to whoever moves the money: Stripe, a bank transfer, cash at the door."""
