"""Closes an order's sessions at the provider, so that nobody pays for what is over."""

from datetime import datetime
from enum import StrEnum

from common.audit import Actor
from flow.confirm_payment import Outcome
from flow.look_at_payment import act_on
from payments.gateways.base import GatewayRefused, GatewayUnreachable, SeenPayment
from payments.gateways.registry import gateway
from payments.models import PaymentAttempt, Problem
from payments.services import attempts, problems

UNPAID = {Outcome.MISMATCH, Outcome.UNKNOWN, None}


class Found(StrEnum):
    """How the payment stood when it was closed."""

    UNPAID = "unpaid"
    PROCESSING = "processing"
    PAID = "paid"


def close_sessions(*, order_id: int, actor: Actor, now: datetime) -> Found:
    """Closes what is open. A session found paid is booked; one whose money is on its way is left alone.

    Raises:
        GatewayUnreachable: nobody says that it is closed; the order must stay as it is.
    """
    open_ones = PaymentAttempt.objects.filter(order_id=order_id, state__in=attempts.OPEN_STATES)
    for attempt in open_ones.exclude(provider_ref=None):
        if not gateway(attempt.gateway).capabilities().is_online:
            continue
        seen = _closed(attempt, now=now)
        if seen is None:
            continue
        if seen.state == "processing":
            attempts.processing(attempt.key)
            return Found.PROCESSING
        if seen.state == "paid" and act_on(seen, attempt=attempt, actor=actor, now=now) not in UNPAID:
            return Found.PAID
    return Found.UNPAID


def _closed(attempt: PaymentAttempt, *, now: datetime) -> SeenPayment | None:
    """None where the provider knows no such session: nobody can pay there, but a person should know why."""
    try:
        return gateway(attempt.gateway).close(str(attempt.provider_ref))
    except GatewayRefused as error:
        problems.raise_problem(
            kind=Problem.Kind.GATEWAY_SILENT,
            dedupe_key=f"close:{attempt.key}:{error.code}",
            text=f"close {attempt.provider_ref}: {error}",
            order_id=attempt.order_id,
            now=now,
        )
        if error.code == "resource_missing":
            return None
        raise GatewayUnreachable(str(error)) from None
