"""Books the shares of a refund on vendor orders and lines; the database holds every limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.money import ZERO, divide, total
from fulfilment.models import RefundShare, VendorOrder, VendorOrderLine
from fulfilment.services.vendor_orders import sold_lines
from orders.models import SoldLine
from payments.models import Refund


@dataclass(frozen=True, slots=True)
class LineShare:
    """So much of a line, in yuan, and how many packs go back on sale."""

    sold_line_id: int
    amount: Decimal
    returned_quantity: int = 0


def divided(vendor_order: VendorOrder, amount: Decimal) -> tuple[list[LineShare], Decimal]:
    """An amount as shares of the lines by what is left of each, and what then falls on the freight.

    Raises:
        DomainError: more than is left.
    """
    lines = sold_lines(vendor_order)
    left = [line.goods_amount - line.refunded_amount for line in lines]
    goods = min(amount, total(left))
    freight = amount - goods
    if freight > vendor_order.freight_amount - vendor_order.freight_refunded:
        raise too_much(vendor_order.kept)
    parts = divide(goods, left) if goods else []
    return [LineShare(line.pk, part) for line, part in zip(lines, parts, strict=False) if part], freight


def book_shares(
    *,
    refund: Refund,
    vendor_order: VendorOrder,
    lines: Sequence[LineShare],
    freight: Decimal,
    borne_by: str,
    now: datetime,
) -> list[RefundShare]:
    """Writes the shares and lowers what is left. The vendor order is locked by the caller.

    Raises:
        DomainError: a line is not of this vendor order, or more is asked than is left of it.
    """
    own = {line.pk: line for line in sold_lines(vendor_order)}
    for share in lines:
        line = own.get(share.sold_line_id)
        if line is None:
            raise DomainError(_("这件商品不在这份订单里。"), code="foreign_line")
        if share.amount > line.goods_amount - line.refunded_amount:
            raise too_much(line.goods_amount - line.refunded_amount)
        if share.returned_quantity > line.quantity - line.returned_quantity:
            raise DomainError(_("退回的数量超过了购买的数量。"), code="returned_too_many")
        SoldLine.objects.filter(pk=line.pk).update(
            refunded_amount=F("refunded_amount") + share.amount,
            returned_quantity=F("returned_quantity") + share.returned_quantity,
        )
    if freight > vendor_order.freight_amount - vendor_order.freight_refunded:
        raise too_much(vendor_order.freight_amount - vendor_order.freight_refunded)
    _weigh_again(vendor_order, lines)
    goods = total([share.amount for share in lines])
    vendor_order.goods_refunded += goods
    vendor_order.freight_refunded += freight
    vendor_order.save(update_fields=["goods_refunded", "freight_refunded"])
    rows = [
        RefundShare(
            refund=refund,
            vendor_order=vendor_order,
            sold_line_id=share.sold_line_id,
            amount=share.amount,
            borne_by=borne_by,
            returned_quantity=share.returned_quantity,
            booked_at=now,
        )
        for share in lines
        if share.amount
    ]
    if freight > ZERO:
        rows.append(
            RefundShare(
                refund=refund, vendor_order=vendor_order, amount=freight, borne_by=borne_by, booked_at=now
            )
        )
    return RefundShare.objects.bulk_create(rows)


def _weigh_again(vendor_order: VendorOrder, lines: Sequence[LineShare]) -> None:
    """What is taken out of a parcel before it leaves makes its weight another one."""
    changed = [share.sold_line_id for share in lines if share.returned_quantity]
    if changed and vendor_order.shipped_at is None:
        VendorOrderLine.objects.filter(sold_line_id__in=changed).update(packed_g=None)


def too_much(left: Decimal) -> DomainError:
    """The sentence for a refund above its limit."""
    return DomainError(_("最多还可以退 ¥%(left)s。") % {"left": left}, code="refund_too_large")
