"""The operator has a refund that failed sent to the provider once more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from common.audit import Actor, record
from flow.send_refund import send_refund
from payments.gateways.base import GatewayUnreachable
from payments.locks import lock_refund
from payments.models import Refund
from payments.services.refunds_again import again


def send_refund_again(*, refund_key: UUID, actor: Actor, now: datetime) -> Refund:
    """How the refund stands after asking; pending also when nobody answers, and then the clock goes on asking.

    Raises:
        DomainError: it has not failed, or is paid by hand.
    """
    with transaction.atomic():
        refund = lock_refund(refund_key)
        record(
            actor=actor,
            action="send_refund_again",
            object_kind="refund",
            object_id=refund.key,
            now=now,
            detail={"amount": str(refund.amount), "failure": refund.failure},
        )
        again(refund)
    try:
        send_refund(refund_key=refund_key, now=now)
    except GatewayUnreachable:
        return refund
    refund.refresh_from_db()
    return refund
