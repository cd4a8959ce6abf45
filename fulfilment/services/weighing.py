"""What a line really weighs. A lighter line costs less, a heavier one never more (design.md, "pack, ship")."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.money import rounded
from fulfilment.models import RefundShare, VendorOrder, VendorOrderLine
from fulfilment.services.shares import LineShare
from fulfilment.services.vendor_orders import WrongState
from orders.models import SoldLine
from payments.models import Refund


def sold_weight_g(line: SoldLine) -> int:
    """What was sold of the line and not given back, in grams."""
    return line.net_weight_g * (line.quantity - line.returned_quantity)


def weigh(*, vendor_order: VendorOrder, grams: Mapping[int, int]) -> None:
    """Notes the net weight of lines, in grams by sold line. The vendor order is locked by the caller.

    Raises:
        WrongState: it has left the house already, or has ended.
        DomainError: a line is not in it, or weighs less than half or more than twice of what was sold.
    """
    if vendor_order.state not in VendorOrder.TO_SEND:
        raise WrongState
    rows = {row.sold_line_id: row for row in _rows(vendor_order)}
    for sold_line_id, packed in grams.items():
        row = rows.get(sold_line_id)
        if row is None:
            raise DomainError(_("这件商品不在这份订单里。"), code="foreign_line")
        sold = sold_weight_g(row.sold_line)
        # So far from what was sold it is a slip of the hand, or nothing that should be sent.
        if not sold <= 2 * packed <= 4 * sold:
            raise DomainError(
                _("实重和卖出的重量差得太多，请再看一遍：是不是斤和公斤弄混了。"), code="odd_weight"
            )
        row.packed_g = packed
    VendorOrderLine.objects.bulk_update(
        [rows[sold_line_id] for sold_line_id in grams], ["packed_g"], batch_size=100
    )


def shortages(vendor_order: VendorOrder) -> list[LineShare]:
    """What is to be given back of each line that was packed lighter than sold, once, in yuan."""
    booked = set(
        RefundShare.objects.filter(
            vendor_order=vendor_order, refund__kind=Refund.Kind.SHORT, sold_line__isnull=False
        ).values_list("sold_line_id", flat=True)
    )
    found = [
        LineShare(row.sold_line_id, _short(row.sold_line, row.packed_g))
        for row in _rows(vendor_order)
        if row.packed_g is not None and row.sold_line_id not in booked
    ]
    return [share for share in found if share.amount > 0]


def _short(line: SoldLine, packed_g: int) -> Decimal:
    sold = sold_weight_g(line)
    if packed_g >= sold:
        return Decimal(0)
    return rounded((line.goods_amount - line.refunded_amount) * (sold - packed_g) / sold)


def _rows(vendor_order: VendorOrder) -> list[VendorOrderLine]:
    return list(vendor_order.lines.select_related("sold_line").order_by("sold_line_id"))
