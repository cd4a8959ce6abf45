"""The operator of the shop: receipts, refunds, payouts, problems.

The design calls this door `operator`; a package of that name would hide Python's own module (ADR 0002).
"""
