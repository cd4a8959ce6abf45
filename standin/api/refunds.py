"""Refunds: made, read, listed."""

from standin.api.call import Call
from standin.fields import integer, pairs, text
from standin.finding import charge_of, intent_of
from standin.objects import Charge, Json
from standin.refunding import give_back
from standin.refusals import no_such, not_possible, wrong_parameter
from standin.shapes.refund import shown

REASONS = ("duplicate", "fraudulent", "requested_by_customer")


def create(call: Call) -> Json:
    """Money back for a payment, or for a charge."""
    call.takes("payment_intent", "charge", "amount", "reason", "metadata")
    reason = text(call.fields, "reason", "") or None
    if reason is not None and reason not in REASONS:
        raise wrong_parameter(f"Invalid reason: must be one of {', '.join(REASONS)}", "reason")
    amount = integer(call.fields, "amount") if "amount" in call.fields else None
    metadata = pairs(call.fields, "metadata")
    return shown(give_back(call.account, _charge(call), amount, reason=reason, metadata=metadata))


def retrieve(call: Call) -> Json:
    """One refund."""
    call.takes()
    if call.ref not in call.account.refunds:
        raise no_such("refund", call.ref)
    return shown(call.account.refunds[call.ref])


def listed(call: Call) -> Json:
    """All refunds, or those of one payment or charge."""
    return call.page(call.account.refunds, shown, "payment_intent", "charge")


def _charge(call: Call) -> Charge:
    if "charge" in call.fields:
        return charge_of(call.account, text(call.fields, "charge"), param="charge")
    ref = text(call.fields, "payment_intent", "")
    if not ref:
        raise wrong_parameter(
            "One of the following params should be provided for this request: payment_intent or charge.",
            "payment_intent",
            "parameter_missing",
        )
    intent = intent_of(call.account, ref, param="payment_intent")
    if intent.status != "succeeded" or intent.charge_id is None:
        raise not_possible(
            f"This PaymentIntent ({intent.id}) does not have a successful charge to refund.",
            code="payment_intent_unexpected_state",
        )
    return call.account.charges[intent.charge_id]
