"""The only source of locked stock rows, always in primary-key order, so that two buyers cannot deadlock."""

from collections.abc import Iterable

from vendors.partner.models import StockRecord


def lock_stock(stockrecord_ids: Iterable[int]) -> None:
    """Locks the rows until the transaction ends."""
    list(
        StockRecord.objects.select_for_update(of=("self",))
        .filter(pk__in=list(stockrecord_ids))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
