"""Refunds: written first, sent to the provider afterwards, never above what was received."""

from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from payments.models import PaymentAttempt, Receipt, Refund

State = Refund.State


def open_refund(
    *,
    receipt: Receipt,
    amount: Decimal,
    kind: Refund.Kind,
    reason: str,
    is_manual: bool,
    requested_by: str,
    now: datetime,
) -> Refund:
    """A refund the buyer is owed from now on.

    Raises:
        DomainError: it states no reason, or is above what is left of the receipt (B029).
    """
    if not reason.strip():
        raise DomainError(_("请写明退款原因。"), code="no_reason")
    changed = PaymentAttempt.objects.filter(
        pk=receipt.attempt_id, received__gte=F("refunded") + amount
    ).update(refunded=F("refunded") + amount)
    if not changed:
        raise DomainError(_("退款合计不能超过实收金额。"), code="refund_too_large")
    return Refund.objects.create(
        receipt=receipt,
        order_id=receipt.order_id,
        kind=kind,
        amount=amount,
        reason=reason.strip(),
        is_manual=is_manual,
        requested_by=requested_by,
        requested_at=now,
    )


def seen(refund: Refund, *, state: str, provider_ref: str, failure: str, now: datetime) -> bool:
    """What the provider says of it now; true when that changed anything.

    A refund that succeeded stays so, except when its own provider says that the money came back: then it
    is owed again. What was paid by hand is nobody else's to take back.
    """
    came_back = not refund.is_manual and state == State.FAILED and provider_ref == refund.provider_ref
    if refund.state == State.SUCCEEDED and not came_back:
        return False
    before = refund.state
    refund.state = State(state)
    refund.provider_ref = provider_ref or refund.provider_ref
    refund.failure = failure
    refund.finished_at = now if refund.state == State.SUCCEEDED else None
    refund.save(update_fields=["state", "provider_ref", "failure", "finished_at"])
    return refund.state != before


def asked(refund: Refund, *, now: datetime) -> None:
    """The provider is being asked about it; the next question may wait."""
    Refund.objects.filter(pk=refund.pk).update(asked_at=now)


def paid_by_hand(refund: Refund, *, reference: str, now: datetime) -> None:
    """The operator paid it by transfer or cash and says with which reference.

    Raises:
        DomainError: it is done already, or no reference is given.
    """
    if refund.state == State.SUCCEEDED:
        raise DomainError(_("这笔退款已经完成。"), code="already_refunded")
    if not reference.strip():
        raise DomainError(_("请填写退款凭证号。"), code="no_reference")
    refund.state, refund.finished_at = State.SUCCEEDED, now
    refund.provider_ref, refund.is_manual = reference.strip(), True
    refund.save(update_fields=["state", "finished_at", "provider_ref", "is_manual"])
