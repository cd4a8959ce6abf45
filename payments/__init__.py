"""Gateways, attempts, receipts, refunds, notices."""
