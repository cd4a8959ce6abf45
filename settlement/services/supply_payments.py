"""Payments of lots: made by one person, checked by another, then paid or failed. The caller has the transaction."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError
from settlement.models import SupplyPayment
from settlement.queries import live_payment_of
from vendors.models import SupplyLot

State = SupplyPayment.State


def make(*, lot: SupplyLot, made_by: User, now: datetime) -> SupplyPayment:
    """The whole amount of a received lot. The lot is locked by the caller.

    Raises:
        DomainError: it is not received, is worth nothing, or has its payment already.
    """
    if lot.state != SupplyLot.State.RECEIVED or lot.amount <= 0 or live_payment_of(lot.pk) is not None:
        raise DomainError(_("这批货现在不能做付款单：还没有收货，或者已经做过。"), code="lot_not_payable")
    return SupplyPayment.objects.create(lot=lot, amount=lot.amount, made_by=made_by, made_at=now)


def check(*, payment: SupplyPayment, checked_by: User, now: datetime) -> None:
    """A second pair of eyes.

    Raises:
        DomainError: it is not waiting for a check, or the same person made it.
    """
    if payment.state != State.MADE:
        raise _wrong_state()
    if payment.made_by_id == checked_by.pk:
        raise DomainError(_("制单人不能复核自己的付款单。"), code="same_person")
    payment.state, payment.checked_by, payment.checked_at = State.CHECKED, checked_by, now
    payment.save(update_fields=["state", "checked_by", "checked_at"])


def paid(*, payment: SupplyPayment, ended_by: User, bank_reference: str, now: datetime) -> None:
    """The bank has paid the households; its reference is kept.

    Raises:
        DomainError: it was not checked, or no reference is given.
    """
    if payment.state != State.CHECKED:
        raise _wrong_state()
    if not bank_reference.strip():
        raise DomainError(_("请填写银行流水号。"), code="no_reference")
    payment.state, payment.ended_by, payment.ended_at = State.PAID, ended_by, now
    payment.bank_reference = bank_reference.strip()
    payment.save(update_fields=["state", "ended_by", "ended_at", "bank_reference"])


def failed(*, payment: SupplyPayment, ended_by: User, failure: str, now: datetime) -> None:
    """The bank has not paid, or the check said no: the lot waits for another payment.

    Raises:
        DomainError: it has ended already, or no cause is given.
    """
    if payment.state not in {State.MADE, State.CHECKED}:
        raise _wrong_state()
    if not failure.strip():
        raise DomainError(_("请写明失败原因。"), code="no_reason")
    payment.state, payment.ended_by, payment.ended_at = State.FAILED, ended_by, now
    payment.failure = failure.strip()
    payment.save(update_fields=["state", "ended_by", "ended_at", "failure"])


def _wrong_state() -> DomainError:
    return DomainError(_("这张付款单的状态已经改变，请刷新后再看。"), code="wrong_state")
