"""Placing and what was agreed: rules over Oscar's basket and order."""
