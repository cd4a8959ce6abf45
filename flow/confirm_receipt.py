"""The buyer, or the clock, confirms that a vendor's part arrived; later its claim window closes."""

from datetime import datetime

from django.db import transaction

from common.audit import Actor, record
from fulfilment.locks import lock_vendor_order, lock_vendor_orders_of
from fulfilment.models import VendorOrder
from fulfilment.services import vendor_orders
from orders.locks import lock_placement
from orders.models import Placement
from orders.services import states

DONE = {VendorOrder.State.COMPLETED, VendorOrder.State.CANCELLED}


def confirm_receipt(*, vendor_order: VendorOrder, by: str, actor: Actor, now: datetime) -> None:
    """Received (`by` buyer or clock): from now the claim window of its goods runs.

    Raises:
        WrongState: it is not on its way.
    """
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        vendor_orders.receive(vendor_order=lock_vendor_order(vendor_order.pk), by=by, now=now)
        record(
            actor=actor,
            action="confirm_receipt",
            object_kind="vendor_order",
            object_id=vendor_order.number,
            now=now,
        )


def complete(*, vendor_order: VendorOrder, actor: Actor, now: datetime) -> None:
    """The claim window has passed; the order is completed when all its parts are done.

    Raises:
        WrongState: not received, or the window is still open.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        parts = lock_vendor_orders_of(placement.pk)
        vendor_orders.complete(vendor_order=next(row for row in parts if row.pk == vendor_order.pk), now=now)
        record(
            actor=actor, action="complete", object_kind="vendor_order", object_id=vendor_order.number, now=now
        )
        end_when_done(placement, parts, now=now)


def end_when_done(placement: Placement, parts: list[VendorOrder], *, now: datetime) -> None:
    """Completed when every part is completed or cancelled, cancelled when all are.

    A completed order is looked at again: its last parcel may turn out refused.
    """
    state = Placement.State
    if placement.state not in {state.OPEN, state.COMPLETED} or not all(part.state in DONE for part in parts):
        return
    is_cancelled = all(part.state == VendorOrder.State.CANCELLED for part in parts)
    end = state.CANCELLED if is_cancelled else state.COMPLETED
    if placement.state != end:
        states.ended(placement, state=end, now=now)
