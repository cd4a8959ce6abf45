"""The household income ledger, append-only."""
