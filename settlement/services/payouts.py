"""Payouts: made by one person, checked by another, then paid or failed. The caller has the transaction."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError
from common.money import total
from settlement.locks import lock_vendor_account
from settlement.models import Payout, PayoutItem
from settlement.queries import unpaid_adjustments, unpaid_settlements
from vendors.queries import current_payee

State = Payout.State


def make(*, vendor_id: int, made_by: User, now: datetime) -> Payout:
    """All that is owed to a vendor now, less what it bears of later refunds.

    Raises:
        DomainError: nothing is owed, or no account is known.
    """
    lock_vendor_account(vendor_id)
    payee = current_payee(vendor_id)
    if payee is None:
        raise DomainError(_("这家店还没有登记收款账户。"), code="no_payee")
    settlements = list(unpaid_settlements(vendor_id))
    adjustments = list(unpaid_adjustments(vendor_id))
    amount = total([row.due for row in settlements]) + total([row.amount for row in adjustments])
    if amount <= 0:
        raise DomainError(_("目前没有可以付给这家店的款项。"), code="nothing_owed")
    payout = Payout.objects.create(
        vendor_id=vendor_id, payee=payee, amount=amount, made_by=made_by, made_at=now
    )
    PayoutItem.objects.bulk_create(
        [PayoutItem(payout=payout, settlement=row, amount=row.due) for row in settlements]
        + [PayoutItem(payout=payout, adjustment=row, amount=row.amount) for row in adjustments]
    )
    return payout


def check(*, payout: Payout, checked_by: User, now: datetime) -> None:
    """A second pair of eyes.

    Raises:
        DomainError: it is not waiting for a check, or the same person made it.
    """
    if payout.state != State.MADE:
        raise _wrong_state()
    if payout.made_by_id == checked_by.pk:
        raise DomainError(_("制单人不能复核自己的付款单。"), code="same_person")
    payout.state, payout.checked_by, payout.checked_at = State.CHECKED, checked_by, now
    payout.save(update_fields=["state", "checked_by", "checked_at"])


def paid(*, payout: Payout, ended_by: User, bank_reference: str, now: datetime) -> None:
    """The bank has paid; its reference is kept.

    Raises:
        DomainError: it was not checked, or no reference is given.
    """
    if payout.state != State.CHECKED:
        raise _wrong_state()
    if not bank_reference.strip():
        raise DomainError(_("请填写银行流水号。"), code="no_reference")
    payout.state, payout.ended_by, payout.ended_at = State.PAID, ended_by, now
    payout.bank_reference = bank_reference.strip()
    payout.save(update_fields=["state", "ended_by", "ended_at", "bank_reference"])


def failed(*, payout: Payout, ended_by: User, failure: str, now: datetime) -> None:
    """The bank has not paid, or the check said no: what was in it is owed again.

    Raises:
        DomainError: it has ended already, or no cause is given.
    """
    if payout.state not in {State.MADE, State.CHECKED}:
        raise _wrong_state()
    if not failure.strip():
        raise DomainError(_("请写明失败原因。"), code="no_reason")
    payout.state, payout.ended_by, payout.ended_at, payout.failure = (
        State.FAILED,
        ended_by,
        now,
        failure.strip(),
    )
    payout.save(update_fields=["state", "ended_by", "ended_at", "failure"])
    PayoutItem.objects.filter(payout=payout).update(is_live=False)


def _wrong_state() -> DomainError:
    return DomainError(_("这张付款单的状态已经改变，请刷新后再看。"), code="wrong_state")
