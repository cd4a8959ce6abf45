"""The time to pay is over: the provider's session is closed first, then the goods go back on sale."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from common.audit import CLOCK, record
from flow.close_sessions import Found, close_sessions
from flow.telling import tell_buyer
from fulfilment.locks import lock_vendor_orders_of
from fulfilment.services.vendor_orders import cancel
from orders.locks import lock_placement
from orders.models import Placement
from orders.services import states
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt
from payments.services import attempts
from vendors.services import stock

# Kept in the market's own words, and shown in the reader's.
TIME_OVER = gettext_noop("超时未付款")


def expire(*, order_id: int, now: datetime) -> bool:
    """Closes an unpaid order whose time is over; true when it did. A session found paid counts as paid.

    Raises:
        GatewayUnreachable: the provider does not answer; the order stays as it is and is tried again.
    """
    if close_sessions(order_id=order_id, actor=CLOCK, now=now) != Found.UNPAID:
        return False
    with transaction.atomic():
        placement = lock_placement(order_id)
        is_over = placement.expires_at is not None and placement.expires_at <= now
        if placement.state != Placement.State.AWAITING_PAYMENT or not is_over:
            return False
        for attempt in lock_attempts_of(order_id):
            attempts.ended(attempt, state=PaymentAttempt.State.CLOSED, now=now)
        close_unpaid(placement, state=Placement.State.EXPIRED, reason=TIME_OVER, now=now)
        record(actor=CLOCK, action="expire_order", object_kind="order", object_id=placement.number, now=now)
        tell_buyer(placement, "expired", about=placement.number, now=now)
    return True


def close_unpaid(placement: Placement, *, state: Placement.State, reason: str, now: datetime) -> None:
    """Ends an unpaid order and gives back what it held. The placement is locked by the caller."""
    for vendor_order in lock_vendor_orders_of(placement.pk):
        cancel(vendor_order=vendor_order, reason=reason, now=now)
    stock.release(source=f"order:{placement.number}")
    states.ended(placement, state=state, now=now)
