"""What is owed to each vendor for each vendor order, adjustments, payouts."""
