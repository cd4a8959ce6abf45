"""Settles a completed vendor order whose money has arrived, once."""

from datetime import datetime

from django.db import transaction

from common.audit import CLOCK, record
from fulfilment.locks import lock_vendor_order
from fulfilment.models import VendorOrder
from orders.locks import lock_placement
from payments.models import Receipt
from payments.queries import receipt_of_part
from settlement.models import Settlement
from settlement.services import settling


def receipt_of(vendor_order: VendorOrder) -> Receipt | None:
    """The money that paid a vendor order: its parcel's cash, or the order's one payment."""
    return receipt_of_part(order_id=vendor_order.order_id, part_number=vendor_order.number)


def settle(*, vendor_order: VendorOrder, now: datetime) -> Settlement | None:
    """The settlement, made now or before; None while it is not completed or its cash is not recorded."""
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        locked = lock_vendor_order(vendor_order.pk)
        made = Settlement.objects.filter(vendor_order=locked).first()
        if made is not None:
            return made
        if locked.state != VendorOrder.State.COMPLETED:
            return None
        if receipt_of(locked) is None:
            return None
        settlement = settling.settle(vendor_order=locked, now=now)
        record(
            actor=CLOCK,
            action="settle",
            object_kind="vendor_order",
            object_id=locked.number,
            now=now,
            detail={"due": str(settlement.due)},
        )
        return settlement
