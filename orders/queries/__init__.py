"""What pages read of baskets and orders."""
