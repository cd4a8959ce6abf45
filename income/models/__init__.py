"""The income ledger, and what a household says about it: its own costs, and what it disputes."""

from income.models.ledger import IncomeEntry, IncomeMonth
from income.models.said import Cost, CostSlip, Dispute

__all__ = ["Cost", "CostSlip", "Dispute", "IncomeEntry", "IncomeMonth"]
