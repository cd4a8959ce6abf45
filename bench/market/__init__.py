"""The market as the bench drives it."""
