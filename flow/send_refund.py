"""Sends a refund to the provider, outside any transaction; the row was written first."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from common.audit import PROVIDER, record
from payments.gateways.base import GatewayRefused, RefundRequest, SeenRefund
from payments.gateways.registry import gateway
from payments.locks import lock_refund
from payments.models import Problem, Refund
from payments.services import problems, refunds


def send_refund(*, refund_key: UUID, now: datetime) -> str:
    """Asks the provider for it, or how it stands. Repeatable: the key is the same each time.

    Raises:
        GatewayUnreachable: no answer; the refund stays pending and is tried again.
    """
    refund = Refund.objects.select_related("receipt").get(key=refund_key)
    if refund.is_manual or refund.state == Refund.State.SUCCEEDED:
        return refund.state
    refunds.asked(refund, now=now)
    provider = gateway(refund.receipt.gateway)
    try:
        seen = (
            provider.fetch_refund(refund.provider_ref)
            if refund.provider_ref and refund.state == Refund.State.PENDING
            else provider.refund(
                RefundRequest(
                    refund_key=refund.key,
                    payment_ref=refund.receipt.provider_ref,
                    amount=refund.amount,
                    currency=refund.receipt.currency,
                    reason="requested_by_customer",
                )
            )
        )
    except GatewayRefused as error:
        seen = SeenRefund(state="failed", provider_ref="", failure=str(error.code))
    act_on_refund(refund_key=refund_key, seen=seen, now=now)
    return seen.state


def act_on_refund(*, refund_key: UUID, seen: SeenRefund, now: datetime) -> None:
    """What the provider shows of a refund; a failed one goes on the operator's list, still owed."""
    with transaction.atomic():
        refund = lock_refund(refund_key)
        if refunds.seen(
            refund, state=seen.state, provider_ref=seen.provider_ref, failure=seen.failure, now=now
        ):
            record(
                actor=PROVIDER,
                action=f"refund_{seen.state}",
                object_kind="refund",
                object_id=refund.key,
                now=now,
                detail={"amount": str(refund.amount)},
            )
        # Also one that had succeeded: the money came back to our account and is owed again.
        if refund.state == Refund.State.FAILED:
            problems.raise_problem(
                kind=Problem.Kind.REFUND_FAILED,
                # Each try that fails is a line of its own: the first may have been closed with a note.
                dedupe_key=f"refund:{refund.key}:{refund.provider_ref}"[:160],
                text=f"¥{refund.amount} {seen.failure}",
                order_id=refund.order_id,
                now=now,
            )
