"""Packed lighter than sold: the price falls by the missing weight, and the buyer gets the difference back."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from common.audit import Actor, record
from common.money import ZERO, total
from flow.refund import refund_lines
from flow.settle import receipt_of
from fulfilment.locks import lock_vendor_order
from fulfilment.models import RefundShare, VendorOrder
from fulfilment.services import weighing
from orders.locks import lock_placement
from payments.models import Refund

# Kept on the refund in the language of the books.
REASON = "少重退差价"


def weigh(*, vendor_order: VendorOrder, packed_g: Mapping[int, int], actor: Actor, now: datetime) -> None:
    """Notes what lines weigh before they leave, in grams by sold line; money moves when they are shipped.

    Raises:
        DomainError: it has left already, or a weight cannot be.
    """
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        weighing.weigh(vendor_order=lock_vendor_order(vendor_order.pk), grams=packed_g)
        record(
            actor=actor,
            action="weigh",
            object_kind="vendor_order",
            object_id=vendor_order.number,
            now=now,
            detail={str(line): grams for line, grams in packed_g.items()},
        )


def give_back_short(*, vendor_order: VendorOrder, actor: Actor, now: datetime, is_told: bool) -> Decimal:
    """What the lighter lines cost less, in yuan; given back now, or as soon as a parcel's cash has come.

    The household's price was for the weight, so the household bears it. Each line once. Placement, attempts and
    vendor order are locked by the caller; `is_told` when the buyer hears of it in another message.
    """
    short = weighing.shortages(vendor_order)
    amount = total([share.amount for share in short])
    if amount > ZERO and receipt_of(vendor_order) is not None:
        refund_lines(
            vendor_order=vendor_order,
            lines=short,
            freight=ZERO,
            reason=REASON,
            borne_by=RefundShare.BorneBy.HOUSEHOLD,
            actor=actor,
            kind=Refund.Kind.SHORT,
            is_told=is_told,
            now=now,
        )
    return amount
