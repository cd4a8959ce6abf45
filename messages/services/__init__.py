"""Writes messages and sends them."""
