"""Where goods are held: by the order itself, or by its reopening after a late payment; and their way back."""

from collections.abc import Sequence
from datetime import datetime

from common.audit import Actor
from fulfilment.models import VendorOrder
from fulfilment.services.shares import LineShare
from orders.models import Placement, SoldLine
from vendors.models import StockHold
from vendors.services import stock
from vendors.services.stock import Wanted


def hold_source(placement: Placement) -> str:
    """The source of the hold that counts now."""
    again = f"order:{placement.number}:again"
    return again if StockHold.objects.filter(source=again).exists() else f"order:{placement.number}"


def still_wanted(lines: list[SoldLine]) -> list[Wanted]:
    """What of the lines has not been given back."""
    return [
        Wanted(line.stockrecord_id, line.quantity - line.returned_quantity)
        for line in lines
        if line.quantity > line.returned_quantity
    ]


def put_back(
    placement: Placement,
    vendor_order: VendorOrder,
    lines: Sequence[LineShare],
    *,
    source: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Goods that come back: released while they are only held, else added to what is on hand."""
    counted = [line for line in lines if line.returned_quantity]
    if not counted:
        return
    records = dict(
        SoldLine.objects.filter(pk__in=[line.sold_line_id for line in counted]).values_list(
            "pk", "stockrecord_id"
        )
    )
    wanted = [stock.Wanted(records[line.sold_line_id], line.returned_quantity) for line in counted]
    if vendor_order.shipped_at is None:
        stock.release(source=hold_source(placement), wanted=wanted)
    else:
        stock.put_back(wanted=wanted, source=source, actor_label=actor.label, now=now)
