"""Towns, villages, batches, designation, address areas."""
