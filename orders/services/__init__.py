"""What may be done with baskets and with orders being placed."""
