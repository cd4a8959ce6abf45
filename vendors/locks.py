"""The only source of locked lots and stock rows; stock always in primary-key order, so that buyers cannot deadlock."""

from collections.abc import Iterable

from vendors.models import SupplyLot, Vendor
from vendors.partner.models import StockRecord


def lock_vendor(vendor_id: int) -> Vendor:
    """One vendor, before its state changes or it numbers a lot: of two acts at once the second sees the first."""
    return Vendor.objects.select_for_update(of=("self",)).select_related("household").get(pk=vendor_id)


def lock_lot(lot_id: int) -> SupplyLot:
    """One lot, before any stock row."""
    return SupplyLot.objects.select_for_update(of=("self",)).select_related("operator").get(pk=lot_id)


def lock_stock(stockrecord_ids: Iterable[int]) -> None:
    """Locks the rows until the transaction ends."""
    list(
        StockRecord.objects.select_for_update(of=("self",))
        .filter(pk__in=list(stockrecord_ids))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
