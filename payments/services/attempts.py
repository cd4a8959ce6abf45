"""Payment attempts: opened with the order, started at a provider, ended once."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from payments.models import PaymentAttempt, Receipt

State = PaymentAttempt.State
OPEN_STATES = (State.OPEN, State.PROCESSING)


def open_attempt(
    *, order_id: int, gateway: str, amount: Decimal, part: str = "", now: datetime
) -> PaymentAttempt:
    """A new attempt; the database allows one open attempt for an order (and part)."""
    return PaymentAttempt.objects.create(
        order_id=order_id, gateway=gateway, amount=amount, part=part, made_at=now
    )


def started(*, key: UUID, provider_ref: str, redirect_url: str) -> bool:
    """Notes the provider's session. False when another request was first: its session stays."""
    changed = PaymentAttempt.objects.filter(key=key, state__in=OPEN_STATES, provider_ref__isnull=True).update(
        provider_ref=provider_ref, redirect_url=redirect_url
    )
    return bool(changed)


def ended(attempt: PaymentAttempt, *, state: State, now: datetime) -> None:
    """Closed or failed. A paid attempt stays paid, whatever comes late (B021)."""
    if attempt.state not in OPEN_STATES:
        return
    attempt.state, attempt.ended_at = state, now
    attempt.save(update_fields=["state", "ended_at"])


def processing(key: UUID) -> None:
    """The provider is still at it; nothing is decided."""
    PaymentAttempt.objects.filter(key=key, state=State.OPEN).update(state=State.PROCESSING)


def received(
    attempt: PaymentAttempt,
    *,
    provider_ref: str,
    method: str,
    received_at: datetime,
    recorded_by: str,
    now: datetime,
) -> Receipt:
    """Books the money of an attempt: its whole amount, once. The attempt is locked by the caller.

    Raises:
        DomainError: it has its money already.
    """
    if attempt.state == State.PAID:
        raise DomainError(_("这笔款项已经登记过了。"), code="already_received")
    attempt.state, attempt.ended_at, attempt.received = State.PAID, now, attempt.amount
    attempt.save(update_fields=["state", "ended_at", "received"])
    return Receipt.objects.create(
        attempt=attempt,
        order_id=attempt.order_id,
        gateway=attempt.gateway,
        provider_ref=provider_ref,
        amount=attempt.amount,
        currency=attempt.currency,
        method=method,
        received_at=received_at,
        recorded_by=recorded_by,
    )


def received_beside(
    attempt: PaymentAttempt,
    *,
    amount: Decimal,
    provider_ref: str,
    method: str,
    received_at: datetime,
    recorded_by: str,
    now: datetime,
) -> Receipt:
    """Books money that does not pay this attempt, as a paid attempt of its own. The attempts are locked by the caller.

    Raises:
        IntegrityError: the reference is booked on another order.
    """
    own = PaymentAttempt.objects.create(
        order_id=attempt.order_id,
        part=attempt.part,
        gateway=attempt.gateway,
        amount=amount,
        received=amount,
        state=State.PAID,
        made_at=now,
        ended_at=now,
    )
    return Receipt.objects.create(
        attempt=own,
        order_id=own.order_id,
        gateway=own.gateway,
        provider_ref=provider_ref,
        amount=amount,
        currency=own.currency,
        method=method,
        received_at=received_at,
        recorded_by=recorded_by,
    )


def is_booked(*, gateway: str, provider_ref: str) -> bool:
    """Whether any receipt bears this reference."""
    return Receipt.objects.filter(gateway=gateway, provider_ref=provider_ref).exists()


def is_booked_for(attempt: PaymentAttempt, *, provider_ref: str) -> bool:
    """Whether this reference is booked already for the order (and part) that the attempt is for."""
    booked = Receipt.objects.filter(gateway=attempt.gateway, provider_ref=provider_ref)
    return booked.filter(order_id=attempt.order_id, attempt__part=attempt.part).exists()
