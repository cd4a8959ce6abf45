"""The operator's door, under /operator/: receipts, refunds, payouts, problems. (`operator` is Python's own.)"""
