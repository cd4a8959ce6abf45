"""What may be done with vendors and their stock."""
