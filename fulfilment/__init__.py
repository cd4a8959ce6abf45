"""Vendor orders, parcels, freight, shares of a refund."""
