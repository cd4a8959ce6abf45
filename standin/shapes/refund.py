"""A refund, as Stripe shows it."""

from standin.objects import Json, Refund
from standin.shapes import CURRENCY


def shown(refund: Refund) -> Json:
    """Money on its way back, arrived, or come back to the account."""
    answer: Json = {
        "id": refund.id,
        "object": "refund",
        "amount": refund.amount,
        "balance_transaction": refund.entry_id,
        "charge": refund.charge_id,
        "created": refund.created,
        "currency": CURRENCY,
        "destination_details": None,
        "metadata": refund.metadata,
        "payment_intent": refund.intent_id,
        "reason": refund.reason,
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": refund.status,
        "transfer_reversal": None,
    }
    if refund.status == "pending":
        answer["pending_reason"] = "processing"
    # Stripe leaves both out of a refund that did not fail.
    if refund.status == "failed":
        answer["failure_reason"] = refund.failure_reason
        answer["failure_balance_transaction"] = refund.failure_entry_id
    return answer
