"""A payment intent and a charge, as Stripe shows them."""

from standin.objects import Charge, Intent, Json
from standin.shapes import CURRENCY

# Stripe's own test card.
CARD = {
    "brand": "visa",
    "country": "US",
    "exp_month": 12,
    "exp_year": 2034,
    "funding": "credit",
    "last4": "4242",
}


def shown_intent(intent: Intent) -> Json:
    """The payment; `latest_charge` is an id unless it is expanded."""
    return {
        "id": intent.id,
        "object": "payment_intent",
        "amount": intent.amount,
        "amount_capturable": 0,
        "amount_received": intent.amount_received,
        "application": None,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": "automatic_async",
        "client_secret": f"{intent.id}_secret_standin",
        "confirmation_method": "automatic",
        "created": intent.created,
        "currency": CURRENCY,
        "customer": None,
        "description": intent.description,
        "last_payment_error": intent.error,
        "latest_charge": intent.charge_id,
        "livemode": False,
        "metadata": intent.metadata,
        "next_action": None,
        "payment_method": None,
        "payment_method_types": list(intent.methods),
        "processing": None,
        "receipt_email": None,
        "shipping": None,
        "source": None,
        "status": intent.status,
        "transfer_group": None,
    }


def shown_charge(charge: Charge) -> Json:
    """One try to take the money."""
    is_paid = charge.status == "succeeded"
    return {
        "id": charge.id,
        "object": "charge",
        "amount": charge.amount,
        "amount_captured": charge.amount if is_paid else 0,
        "amount_refunded": charge.amount_refunded,
        "application": None,
        "balance_transaction": charge.entry_id,
        "billing_details": {"address": None, "email": None, "name": None, "phone": None},
        "captured": is_paid,
        "created": charge.created,
        "currency": CURRENCY,
        "customer": None,
        "description": charge.description,
        "disputed": False,
        "failure_balance_transaction": None,
        "failure_code": charge.failure_code,
        "failure_message": charge.failure_message,
        "livemode": False,
        "metadata": charge.metadata,
        "outcome": None,
        "paid": is_paid,
        "payment_intent": charge.intent_id,
        "payment_method": None,
        "payment_method_details": {"type": charge.method, charge.method: _details(charge)},
        "receipt_email": None,
        "receipt_number": None,
        "receipt_url": None,
        "refunded": is_paid and charge.amount_refunded == charge.amount,
        "status": charge.status,
    }


def _details(charge: Charge) -> Json:
    if charge.method == "card":
        return dict(CARD)
    return {"fingerprint": None, "transaction_id": f"standin-{charge.id}"}
