"""Money arrived for an order: it is booked once, whatever came before it, and no yuan is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from common.audit import Actor, record
from fulfilment.locks import lock_vendor_orders_of
from fulfilment.models import VendorOrder
from fulfilment.services.sales import count_sale
from fulfilment.services.vendor_orders import sold_lines, to_pack
from messages.services.writing import write
from orders.locks import lock_placement
from orders.models import Placement
from orders.services import states
from payments.gateways.registry import gateway
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from payments.services import attempts, problems
from payments.services.refunds import open_refund
from vendors.services import stock


class Outcome(StrEnum):
    """What became of the money."""

    PAID = "paid"
    ALREADY = "already"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"
    REOPENED = "reopened"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True, slots=True)
class Money:
    """What a provider, or the operator, says has arrived. Yuan; the reference is the provider's own."""

    amount: Decimal
    currency: str
    provider_ref: str
    method: str
    received_at: datetime


def confirm_payment(*, attempt_key: UUID, money: Money, actor: Actor, now: datetime) -> Outcome:
    """Books the money and lets the vendors pack; late or doubled money is given back instead."""
    found = PaymentAttempt.objects.filter(key=attempt_key).values_list("order_id", flat=True).first()
    if found is None:
        problems.raise_problem(
            kind=Problem.Kind.UNKNOWN_ORDER,
            dedupe_key=f"unknown:{money.provider_ref}",
            text=f"{money.provider_ref} ¥{money.amount}",
            order_id=None,
            now=now,
        )
        return Outcome.UNKNOWN
    with transaction.atomic():
        placement = lock_placement(found)
        all_attempts = lock_attempts_of(placement.pk)
        attempt = next(row for row in all_attempts if row.key == attempt_key)
        if attempt.state == PaymentAttempt.State.PAID:
            return Outcome.ALREADY
        if money.amount != attempt.amount or money.currency != attempt.currency:
            return _mismatch(attempt, money, now)
        receipt = attempts.received(
            attempt,
            provider_ref=money.provider_ref,
            method=money.method,
            received_at=money.received_at,
            recorded_by=actor.label,
            now=now,
        )
        record(
            actor=actor, action="receive_payment", object_kind="order", object_id=placement.number, now=now
        )
        others = [row for row in all_attempts if row.pk != attempt.pk]
        return _use(placement, receipt, others, actor=actor, now=now)


def _use(
    placement: Placement, receipt: Receipt, others: Sequence[PaymentAttempt], *, actor: Actor, now: datetime
) -> Outcome:
    vendor_orders = lock_vendor_orders_of(placement.pk)
    part = receipt.attempt.part
    if part:
        return _cash(placement, [row for row in vendor_orders if row.number == part], others, now=now)
    state = Placement.State
    if placement.state == state.AWAITING_PAYMENT:
        for attempt in others:
            attempts.ended(attempt, state=PaymentAttempt.State.CLOSED, now=now)
        _open(placement, vendor_orders, now)
        return Outcome.PAID
    if placement.state == state.EXPIRED and _held_again(placement, vendor_orders, now):
        _open(placement, vendor_orders, now)
        return Outcome.REOPENED
    kind = Problem.Kind.SECOND_PAYMENT if placement.paid_at else Problem.Kind.LATE_PAYMENT
    _give_back(placement, receipt, kind, actor=actor, now=now)
    return Outcome.GIVEN_BACK


def _open(placement: Placement, vendor_orders: Sequence[VendorOrder], now: datetime) -> None:
    states.paid(placement, now=now)
    to_pack(vendor_orders=vendor_orders, now=now)
    for vendor_order in vendor_orders:
        count_sale(vendor_order, now=now)
    _tell_buyer(placement, "paid", now)
    _tell_vendors(vendor_orders, now)


def _cash(
    placement: Placement, own: Sequence[VendorOrder], others: Sequence[PaymentAttempt], *, now: datetime
) -> Outcome:
    """Cash of one parcel: counts as sold now; the order is paid when every part that was not refused is."""
    for vendor_order in own:
        count_sale(vendor_order, now=now)
    if placement.paid_at is None and not any(row.state in attempts.OPEN_STATES for row in others):
        placement.paid_at = now
        placement.save(update_fields=["paid_at"])
    return Outcome.PAID


def _held_again(placement: Placement, vendor_orders: Sequence[VendorOrder], now: datetime) -> bool:
    """Whether the goods of an expired order are still there, and now held again."""
    wanted = [
        stock.Wanted(line.stockrecord_id, line.quantity)
        for vendor_order in vendor_orders
        for line in sold_lines(vendor_order)
    ]
    try:
        with transaction.atomic():
            stock.hold(source=f"order:{placement.number}:again", wanted=wanted, now=now)
    except stock.OutOfStock:
        return False
    return True


def _give_back(
    placement: Placement, receipt: Receipt, kind: Problem.Kind, *, actor: Actor, now: datetime
) -> None:
    open_refund(
        receipt=receipt,
        amount=receipt.amount,
        kind=Refund.Kind.UNPLACED,
        reason=str(kind.label),
        is_manual=not gateway(receipt.gateway).capabilities().refunds_by_api,
        requested_by=actor.label,
        now=now,
    )
    problems.raise_problem(
        kind=kind,
        dedupe_key=f"{kind}:{receipt.gateway}:{receipt.provider_ref}",
        text=f"{placement.number} ¥{receipt.amount} {receipt.provider_ref}",
        order_id=placement.pk,
        now=now,
    )
    _tell_buyer(placement, "given_back", now)


def _mismatch(attempt: PaymentAttempt, money: Money, now: datetime) -> Outcome:
    problems.raise_problem(
        kind=Problem.Kind.AMOUNT_MISMATCH,
        dedupe_key=f"mismatch:{attempt.key}:{money.provider_ref}:{money.amount}",
        text=f"¥{attempt.amount} ≠ {money.currency} {money.amount} {money.provider_ref}",
        order_id=attempt.order_id,
        now=now,
    )
    return Outcome.MISMATCH


def _tell_buyer(placement: Placement, template: str, now: datetime) -> None:
    write(
        mobile=placement.mobile,
        language=placement.language,
        template=template,
        context={"number": placement.number, "total": str(placement.total), "token": placement.token},
        dedupe_key=f"{template}:{placement.number}",
        now=now,
    )


def _tell_vendors(vendor_orders: Sequence[VendorOrder], now: datetime) -> None:
    for vendor_order in vendor_orders:
        members = vendor_order.vendor.members.filter(ended_at__isnull=True).select_related("user")
        for member in members:
            write(
                mobile=member.user.mobile,
                email=member.user.email,
                language="zh-hans",
                template="to_pack",
                context={"number": vendor_order.number},
                dedupe_key=f"to_pack:{vendor_order.number}:{member.user_id}",
                now=now,
            )
