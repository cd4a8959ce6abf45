"""What may be done with vendor orders, parcels and refund shares."""
