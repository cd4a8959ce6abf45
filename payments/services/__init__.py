"""What may be done with attempts, receipts, refunds, notices and problems."""
