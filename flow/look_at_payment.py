"""Asks the provider how an attempt stands, and acts on the answer, never on what a notice or a link says."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from common.audit import Actor
from flow.confirm_payment import Outcome, confirm_payment
from flow.money import Money
from orders.locks import lock_placement
from payments.gateways.base import SeenPayment
from payments.gateways.registry import gateway
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt, Problem
from payments.services import attempts, problems

State = PaymentAttempt.State


def look_at_payment(*, attempt_key: UUID, actor: Actor, now: datetime) -> str:
    """Fetches the session afresh; returns the attempt's state afterwards.

    Raises:
        GatewayUnreachable: the provider does not answer; nothing changed.
    """
    attempt = PaymentAttempt.objects.get(key=attempt_key)
    if attempt.provider_ref:
        act_on(gateway(attempt.gateway).fetch(attempt.provider_ref), attempt=attempt, actor=actor, now=now)
        attempt.refresh_from_db()
    return attempt.state


def act_on(seen: SeenPayment, *, attempt: PaymentAttempt, actor: Actor, now: datetime) -> Outcome | None:
    """What the provider shows becomes ours: paid is booked, processing and failed are noted."""
    if seen.state == "paid":
        if seen.amount is None:
            _without_amount(attempt, seen, now=now)
            return None
        money = Money(
            amount=seen.amount,
            currency=seen.currency.upper(),
            provider_ref=seen.payment_ref,
            method=seen.method,
            received_at=seen.paid_at or now,
        )
        return confirm_payment(attempt_key=attempt.key, money=money, actor=actor, now=now)
    if seen.state == "processing":
        attempts.processing(attempt.key)
    if seen.state == "failed":
        _new_try(attempt, now=now)
    return None


def _without_amount(attempt: PaymentAttempt, seen: SeenPayment, *, now: datetime) -> None:
    """Paid, and the provider does not say how much: nothing can be booked, so a person must look."""
    problems.raise_problem(
        kind=Problem.Kind.AMOUNT_MISMATCH,
        dedupe_key=f"no-amount:{attempt.key}",
        text=f"¥{attempt.amount} ≠ ? {seen.provider_ref}",
        order_id=attempt.order_id,
        now=now,
    )


def _new_try(attempt: PaymentAttempt, *, now: datetime) -> None:
    """A failed attempt makes room for a clean one while the order still waits (the buyer may choose again)."""
    with transaction.atomic():
        placement = lock_placement(attempt.order_id)
        for row in lock_attempts_of(placement.pk):
            if row.pk == attempt.pk and row.state in attempts.OPEN_STATES:
                attempts.ended(row, state=State.FAILED, now=now)
                if placement.state == placement.State.AWAITING_PAYMENT:
                    attempts.open_attempt(
                        order_id=placement.pk, gateway=row.gateway, amount=row.amount, part=row.part, now=now
                    )
