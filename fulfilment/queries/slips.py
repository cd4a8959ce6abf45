"""A packing slip: what goes into the parcel, to whom, from which village point. No price, no household's address."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from fulfilment.models import VendorOrder
from fulfilment.queries.addresses import ShipTo, ship_to
from fulfilment.queries.parts import vendor_orders_for
from fulfilment.queries.points import Sender, sender_of
from orders.models import SoldLine


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One product and how many packs of it are left to send."""

    line: SoldLine
    packs: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed."""

    part: VendorOrder
    sender: Sender
    to: ShipTo
    lines: tuple[SlipLine, ...]
    carrier: str
    waybill: str


def part_to_send(user: User, number: str) -> VendorOrder:
    """A part of this person's shops, or of the village whose point they work at. At most two statements.

    Raises:
        NotForYou: it is neither, or does not exist: all look alike.
    """
    wanted = ("vendor__village__town", "order__placement", "at_point")
    by_shop = vendor_orders_for(user).filter(number=number).select_related(*wanted)
    by_point = VendorOrder.objects.filter(
        number=number,
        ship_by__isnull=False,
        vendor__village__point__members__user=user,
        vendor__village__point__members__ended_at__isnull=True,
    ).select_related(*wanted)
    part = by_shop.first() or by_point.first()
    if part is None:
        raise NotForYou(_("没有找到这份订单。"), code="no_vendor_order")
    return part


def slip_of(part: VendorOrder, *, now: datetime) -> Slip:
    """The slip of a part loaded by `part_to_send`; the buyer as they may be seen now. Three statements."""
    lines = [row.sold_line for row in part.lines.select_related("sold_line").order_by("pk")]
    label = part.parcels.order_by("-pk").first() or getattr(part, "at_point", None)
    return Slip(
        part=part,
        sender=sender_of(part.vendor),
        to=ship_to(part, now=now),
        lines=tuple(
            SlipLine(line, line.quantity - line.returned_quantity)
            for line in lines
            if line.quantity > line.returned_quantity
        ),
        carrier=str(label.get_carrier_display()) if label is not None else "",
        waybill=label.waybill if label is not None else "",
    )
