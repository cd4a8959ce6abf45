"""What may be done with settlements, adjustments and payouts."""
