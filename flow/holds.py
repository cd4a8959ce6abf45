"""Where an order's goods are held: by the order itself, or by its reopening after a late payment."""

from orders.models import Placement, SoldLine
from vendors.models import StockHold
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
