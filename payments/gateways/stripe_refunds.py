"""Refunds through Stripe: once for a refund of ours, however often and however late it is asked."""

import stripe
from stripe import Refund
from stripe.params import RefundCreateParams

from payments.gateways.base import GatewayRefused, RefundRequest, SeenRefund
from payments.gateways.stripe_errors import our_errors
from payments.gateways.stripe_money import to_minor
from payments.gateways.stripe_reading import seen_refund

DEAD = {"failed", "canceled"}


def give_back(client: stripe.StripeClient, request: RefundRequest) -> SeenRefund:
    """The refund for `request`, made if Stripe has none that lives.

    Stripe forgets idempotency keys after about a day, so what it has is looked up first. A refund that
    failed is tried again under a key of its own; two callers at the same moment share that key.
    """
    fen = to_minor(request.amount, request.currency)
    key = f"refund:{request.refund_key}"
    with our_errors():
        earlier = _made_before(client, request)
        alive = [refund for refund in earlier if refund.status not in DEAD]
        if alive:
            refund = alive[0]
        else:
            attempt = f"{key}:{len(earlier)}" if earlier else key
            refund = client.v1.refunds.create(_params(request, fen), {"idempotency_key": attempt})
    if (refund.amount, refund.currency) != (fen, "cny"):
        raise GatewayRefused("amount_mismatch", f"asked {fen} cny, got {refund.amount} {refund.currency}")
    return seen_refund(refund)


def _made_before(client: stripe.StripeClient, request: RefundRequest) -> list[Refund]:
    page = client.v1.refunds.list({"payment_intent": request.payment_ref, "limit": 100})
    ours = str(request.refund_key)
    return [row for row in page.auto_paging_iter() if row.metadata and _tag(row) == ours]


def _tag(refund: Refund) -> str:
    metadata = refund.metadata
    return metadata["refund"] if metadata and "refund" in metadata else ""


def _params(request: RefundRequest, fen: int) -> RefundCreateParams:
    """Our reason stays with us: it is free text and may name a person."""
    return {
        "payment_intent": request.payment_ref,
        "amount": fen,
        "reason": "requested_by_customer",
        "metadata": {"refund": str(request.refund_key)},
    }
