"""The part of an order that one vendor packs; its parcels; refund shares; the village points that handle parcels."""

from fulfilment.models.parts import Parcel, RefundShare, SalesDay, VendorOrder, VendorOrderLine
from fulfilment.models.points import PointMember, PointParcel, VillagePoint

__all__ = [
    "Parcel",
    "PointMember",
    "PointParcel",
    "RefundShare",
    "SalesDay",
    "VendorOrder",
    "VendorOrderLine",
    "VillagePoint",
]
