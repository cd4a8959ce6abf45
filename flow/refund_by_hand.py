"""The operator has paid a refund by transfer or in cash, and says with which reference."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from payments.locks import lock_refund
from payments.models import Refund
from payments.services import refunds


def refund_by_hand(*, refund_key: UUID, reference: str, actor: Actor, now: datetime) -> None:
    """Notes that the buyer has the money.

    Raises:
        DomainError: it is done already, the provider is still at it, or no reference is given.
    """
    with transaction.atomic():
        refund = lock_refund(refund_key)
        if not refund.is_manual and refund.state == Refund.State.PENDING:
            # Paid by hand and by the provider, the buyer would have it twice.
            raise DomainError(_("这笔退款正由支付平台办理，请等结果。"), code="provider_is_at_it")
        refunds.paid_by_hand(refund, reference=reference, now=now)
        record(
            actor=actor,
            action="refund_by_hand",
            object_kind="refund",
            object_id=refund.key,
            now=now,
            detail={"amount": str(refund.amount)},
        )
