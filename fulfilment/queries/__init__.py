"""Reads vendor orders, and what they brought."""
