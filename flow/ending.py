"""A vendor's part of an order is over before it was received: its goods go home, and its people are told."""

from datetime import datetime
from typing import Protocol

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.text import in_our_words
from flow.cannot_send import cannot_send_key
from flow.confirm_receipt import end_when_done
from flow.holds import put_back
from flow.telling import tell_buyer, tell_shop
from fulfilment.locks import lock_vendor_orders_of
from fulfilment.models import VendorOrder
from fulfilment.services.shares import LineShare
from fulfilment.services.vendor_orders import cancel, sold_lines
from orders.models import Placement, SoldLine
from payments.services import problems


class End(Protocol):
    """How a part ends: before it was received, or come back after it was handed over."""

    def __call__(self, *, vendor_order: VendorOrder, reason: str, now: datetime) -> None: ...


def left_of(part: VendorOrder) -> list[LineShare]:
    """What of each line was neither given back in money nor in goods."""
    return [
        LineShare(
            sold_line_id=line.pk,
            amount=line.goods_amount - line.refunded_amount,
            returned_quantity=line.quantity - line.returned_quantity,
        )
        for line in sold_lines(part)
    ]


def goods_go_home(placement: Placement, part: VendorOrder, *, actor: Actor, now: datetime) -> None:
    """Every pack that is not back yet, without any money."""
    put_back(placement, part, left_of(part), source=f"cancelled:{part.number}", actor=actor, now=now)
    SoldLine.objects.filter(packed_in__vendor_order=part).update(returned_quantity=F("quantity"))


def part_is_over(
    placement: Placement, part: VendorOrder, *, reason: str, actor: Actor, now: datetime, end: End = cancel
) -> None:
    """Ends the part, and the order when it was its last. Whoever packs it learns that there is nothing to pack."""
    part.refresh_from_db()
    was_shipped = part.state not in VendorOrder.TO_SEND
    end(vendor_order=part, reason=reason, now=now)
    record(
        actor=actor,
        action="cancel",
        object_kind="vendor_order",
        object_id=part.number,
        now=now,
        reason=reason,
    )
    tell_shop(part, "parcel_refused" if was_shipped else "nothing_to_pack", now=now)
    if not part.goods_refunded:
        # Where money goes back, the message of the refund tells it.
        tell_buyer(placement, "part_cancelled", about=part.number, now=now)
    problems.solved(
        dedupe_key=cannot_send_key(part.number),
        note=in_our_words(_("这份订单已取消。")),
        actor=actor,
        now=now,
    )
    end_when_done(placement, lock_vendor_orders_of(placement.pk), now=now)
