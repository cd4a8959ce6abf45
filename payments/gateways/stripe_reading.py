"""Stripe's objects read as ours."""

from datetime import UTC, datetime
from uuid import UUID

from stripe import Charge, PaymentIntent, Refund
from stripe.checkout import Session

from payments.gateways.base import PaymentState, RefundState, SeenPayment, SeenRefund
from payments.gateways.stripe_money import from_minor

REFUND_STATES: dict[str, RefundState] = {
    "pending": "pending",
    "requires_action": "pending",
    "succeeded": "succeeded",
    "failed": "failed",
    "canceled": "failed",
}


def seen_payment(session: Session) -> SeenPayment:
    """A session, with its intent and latest charge expanded, as it stands."""
    intent = session.payment_intent if isinstance(session.payment_intent, PaymentIntent) else None
    charge = intent.latest_charge if intent and isinstance(intent.latest_charge, Charge) else None
    state = _state(session, intent)
    # Once paid, what arrived counts, not what the session asked for.
    money = intent if intent and state == "paid" else None
    minor = money.amount_received if money else session.amount_total
    currency = (money.currency if money else session.currency) or ""
    return SeenPayment(
        state=state,
        provider_ref=session.id,
        attempt_key=our_key(session.client_reference_id),
        amount=None if minor is None else from_minor(minor, currency),
        currency=currency.upper(),
        payment_ref=intent.id if intent else "",
        method=_method(charge),
        paid_at=_moment(charge.created) if charge and state == "paid" else None,
    )


def _state(session: Session, intent: PaymentIntent | None) -> PaymentState:
    if session.payment_status == "paid":
        return "paid"
    if session.status == "expired":
        return "closed"
    intent_status = intent.status if intent else ""
    if session.status == "complete":
        # Complete and not paid: the method answers later, or has answered no.
        return "failed" if intent_status in {"requires_payment_method", "canceled"} else "processing"
    return "processing" if intent_status in {"processing", "succeeded"} else "open"


def _method(charge: Charge | None) -> str:
    details = charge.payment_method_details if charge else None
    return details.type if details else ""


def seen_refund(refund: Refund) -> SeenRefund:
    """A refund as it stands. A canceled one gave nothing back, so it failed."""
    state = REFUND_STATES[refund.status or "pending"]
    failure = (refund.failure_reason if "failure_reason" in refund else None) or refund.status or ""
    metadata = refund.metadata
    return SeenRefund(
        state=state,
        provider_ref=refund.id,
        failure=failure if state == "failed" else "",
        refund_key=our_key(metadata["refund"]) if metadata and "refund" in metadata else None,
    )


def our_key(text: object) -> UUID | None:
    """A key of ours as Stripe gave it back; None for anything that is none."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
