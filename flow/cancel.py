"""The buyer cancels: before paying, or with one tap when the promised dispatch has passed; cash refused at the door."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from common.audit import Actor, record
from common.errors import DomainError
from common.money import ZERO
from flow.cash import note_all_collected
from flow.close_sessions import Found, close_sessions
from flow.ending import End, goods_go_home, left_of, part_is_over
from flow.expire import close_unpaid
from flow.refund import refund_lines
from flow.settle import receipt_of
from fulfilment.locks import lock_vendor_orders_of
from fulfilment.models import RefundShare, VendorOrder
from fulfilment.services.vendor_orders import came_back, cancel
from orders.locks import lock_placement
from orders.models import Placement
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt, Refund
from payments.services import attempts

# Kept in the market's own words, and shown in the reader's.
NOT_SHIPPED_IN_TIME = gettext_noop("超过承诺时间未发货")
BY_BUYER = gettext_noop("买家取消")


def cancel_unpaid(*, order_id: int, actor: Actor, now: datetime) -> bool:
    """Ends an order that nobody has paid; the provider's session is closed first. False when it was paid after all.

    Raises:
        DomainError: it does not wait for payment, or the payment is on its way.
        GatewayUnreachable: the provider does not say that nobody can pay any more.
    """
    found = close_sessions(order_id=order_id, actor=actor, now=now)
    if found == Found.PAID:
        return False
    if found == Found.PROCESSING:
        raise DomainError(_("款项正在确认，暂时不能取消，请稍后再看。"), code="payment_on_its_way")
    with transaction.atomic():
        placement = lock_placement(order_id)
        if placement.state != Placement.State.AWAITING_PAYMENT:
            raise DomainError(_("这个订单已经不能取消。"), code="wrong_state")
        for attempt in lock_attempts_of(order_id):
            attempts.ended(attempt, state=PaymentAttempt.State.CLOSED, now=now)
        close_unpaid(placement, state=Placement.State.CANCELLED, reason=BY_BUYER, now=now)
        record(actor=actor, action="cancel_order", object_kind="order", object_id=placement.number, now=now)
    return True


def may_cancel_late(vendor_order: VendorOrder, *, now: datetime) -> bool:
    """Whether the promised dispatch has passed and nothing was shipped."""
    is_to_send = vendor_order.state in VendorOrder.TO_SEND
    return is_to_send and vendor_order.ship_by is not None and vendor_order.ship_by <= now


def cancel_late(*, vendor_order: VendorOrder, actor: Actor, now: datetime) -> None:
    """Not shipped at the promised time: the buyer cancels that part and gets all of it back.

    Raises:
        DomainError: it was shipped, or the promise still holds.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        parts = lock_vendor_orders_of(placement.pk)
        part = next(row for row in parts if row.pk == vendor_order.pk)
        if not may_cancel_late(part, now=now):
            raise DomainError(_("这份订单还在承诺发货时间内，或已经发出，不能直接取消。"), code="not_late")
        end_part(placement, part, reason=NOT_SHIPPED_IN_TIME, actor=actor, now=now)


def cancel_by_operator(*, vendor_order: VendorOrder, reason: str, actor: Actor, now: datetime) -> None:
    """The operator ends a part that cannot be shipped; what was paid for it is given back in full.

    Raises:
        DomainError: it was shipped already, or was cancelled before.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        parts = lock_vendor_orders_of(placement.pk)
        part = next(row for row in parts if row.pk == vendor_order.pk)
        if part.state not in VendorOrder.TO_SEND:
            raise DomainError(_("这份订单已经发出或已经结束，不能取消。"), code="wrong_state")
        end_part(placement, part, reason=reason, actor=actor, now=now)


def refuse_at_door(*, vendor_order: VendorOrder, reason: str, actor: Actor, now: datetime) -> None:
    """Cash on delivery refused: the goods come back, nothing was earned.

    Carriers report late, so a parcel that was meanwhile taken as received may still turn out refused.

    Raises:
        DomainError: it did not leave the house, or its cash is not open.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        attempts_of = lock_attempts_of(placement.pk)
        parts = lock_vendor_orders_of(placement.pk)
        part = next(row for row in parts if row.pk == vendor_order.pk)
        is_open = any(row.part == part.number and row.state in attempts.OPEN_STATES for row in attempts_of)
        if part.state not in VendorOrder.SENT or not is_open:
            raise DomainError(_("只有已发出且未收款的货到付款包裹可以登记拒收。"), code="wrong_state")
        end_part(placement, part, reason=reason, actor=actor, now=now, end=came_back)
        note_all_collected(placement)


def end_part(
    placement: Placement,
    part: VendorOrder,
    *,
    reason: str,
    actor: Actor,
    now: datetime,
    end: End = cancel,
) -> None:
    """Ends one vendor's part: what is left of its goods goes back, what is left of its money too."""
    # No money came, or all of it was given back before: only the goods are left to go home.
    if receipt_of(part) is None or part.kept == ZERO:
        goods_go_home(placement, part, actor=actor, now=now)
        for attempt in lock_attempts_of(placement.pk):
            if attempt.part == part.number:
                attempts.ended(attempt, state=PaymentAttempt.State.CLOSED, now=now)
    else:
        refund_lines(
            vendor_order=part,
            lines=left_of(part),
            freight=part.freight_amount - part.freight_refunded,
            reason=reason,
            # Nothing was settled, and nobody's income can be lowered by goods that never left the house.
            borne_by=RefundShare.BorneBy.HOUSEHOLD,
            actor=actor,
            kind=Refund.Kind.CANCELLED,
            now=now,
        )
    part_is_over(placement, part, reason=reason, actor=actor, now=now, end=end)
