"""Posts to the ledger."""
