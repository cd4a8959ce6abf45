"""Money arrived for an order: it is booked once, whatever came before it, and no yuan is lost."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from common.audit import Actor, record
from flow.cash import note_all_collected
from flow.give_back import give_back, mismatch_key, surplus
from flow.money import Money
from flow.short_weight import give_back_short
from flow.telling import tell_buyer, tell_shop
from fulfilment.locks import lock_vendor_orders_of
from fulfilment.models import VendorOrder
from fulfilment.services.sales import count_sale
from fulfilment.services.vendor_orders import sold_lines, to_pack
from orders.locks import lock_placement
from orders.models import Placement
from orders.services import states
from payments.gateways.registry import gateway
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt, Problem, Receipt
from payments.services import attempts, problems
from vendors.services import stock


class Outcome(StrEnum):
    """What became of the money."""

    PAID = "paid"
    ALREADY = "already"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"
    REOPENED = "reopened"
    GIVEN_BACK = "given_back"
    OTHER_REFERENCE = "other_reference"


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
        if attempts.is_booked_for(attempt, provider_ref=money.provider_ref):
            return Outcome.ALREADY
        if attempt.state == PaymentAttempt.State.PAID:
            return _again(placement, attempt, money, actor=actor, now=now)
        if money.amount != attempt.amount or money.currency != attempt.currency:
            return _mismatch(placement, attempt, money, actor=actor, now=now)
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


def _again(
    placement: Placement, attempt: PaymentAttempt, money: Money, *, actor: Actor, now: datetime
) -> Outcome:
    """More money for a paid attempt: the buyer gets it back."""
    if money.currency != attempt.currency:
        return _mismatch(placement, attempt, money, actor=actor, now=now)
    if not (gateway(attempt.gateway).capabilities().is_online or money.is_another):
        return Outcome.OTHER_REFERENCE
    surplus(placement, attempt, money, Problem.Kind.SECOND_PAYMENT, actor=actor, now=now)
    return Outcome.GIVEN_BACK


def _use(
    placement: Placement, receipt: Receipt, others: Sequence[PaymentAttempt], *, actor: Actor, now: datetime
) -> Outcome:
    vendor_orders = lock_vendor_orders_of(placement.pk)
    part = receipt.attempt.part
    if part:
        own = next(row for row in vendor_orders if row.number == part)
        if own.state == VendorOrder.State.CANCELLED:
            give_back(placement, receipt, Problem.Kind.LATE_PAYMENT, actor=actor, now=now)
            return Outcome.GIVEN_BACK
        count_sale(own, received_at=receipt.received_at)
        note_all_collected(placement)
        # What a parcel weighed too little is owed from the moment that its cash is here.
        if own.shipped_at is not None:
            give_back_short(vendor_order=own, actor=actor, now=now, is_told=False)
        return Outcome.PAID
    state = Placement.State
    if placement.state == state.AWAITING_PAYMENT:
        for attempt in others:
            attempts.ended(attempt, state=PaymentAttempt.State.CLOSED, now=now)
        _open(placement, vendor_orders, receipt, now)
        return Outcome.PAID
    if placement.state == state.EXPIRED and _held_again(placement, vendor_orders, now):
        _open(placement, vendor_orders, receipt, now)
        return Outcome.REOPENED
    kind = Problem.Kind.SECOND_PAYMENT if placement.paid_at else Problem.Kind.LATE_PAYMENT
    give_back(placement, receipt, kind, actor=actor, now=now)
    return Outcome.GIVEN_BACK


def _open(
    placement: Placement, vendor_orders: Sequence[VendorOrder], receipt: Receipt, now: datetime
) -> None:
    states.paid(placement, now=now)
    to_pack(vendor_orders=vendor_orders, now=now)
    # By vendor: the order of locks on sales days must not depend on the order of a basket.
    for vendor_order in sorted(vendor_orders, key=lambda row: row.vendor_id):
        count_sale(vendor_order, received_at=receipt.received_at)
    tell_buyer(placement, "paid", about=placement.number, now=now, values={"total": str(placement.total)})
    for vendor_order in vendor_orders:
        tell_shop(vendor_order, "to_pack", now=now)


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


def _mismatch(
    placement: Placement, attempt: PaymentAttempt, money: Money, *, actor: Actor, now: datetime
) -> Outcome:
    problems.raise_problem(
        kind=Problem.Kind.AMOUNT_MISMATCH,
        dedupe_key=mismatch_key(attempt, money),
        text=f"¥{attempt.amount} ≠ {money.currency} {money.amount} {money.provider_ref}",
        order_id=attempt.order_id,
        now=now,
    )
    record(
        actor=actor,
        action="refuse_payment",
        object_kind="order",
        object_id=placement.number,
        now=now,
        detail={"asked": str(attempt.amount), "arrived": f"{money.currency} {money.amount}"},
    )
    return Outcome.MISMATCH
