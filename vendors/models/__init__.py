"""Vendors, their stock, the lots that households supply to operators, and their papers."""

from vendors.models.accounts import PayeeAccount, Vendor, VendorMember
from vendors.models.joining import DeskCard, VendorStep
from vendors.models.papers import VendorPaper
from vendors.models.stock import StockHold, StockMovement
from vendors.models.supply import SupplyLot, SupplyPacking, SupplyShare

__all__ = [
    "DeskCard",
    "PayeeAccount",
    "StockHold",
    "StockMovement",
    "SupplyLot",
    "SupplyPacking",
    "SupplyShare",
    "Vendor",
    "VendorMember",
    "VendorPaper",
    "VendorStep",
]
