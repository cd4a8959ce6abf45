"""Measures the market beside a bare Django view and a stock Oscar shop: `make bench`."""
