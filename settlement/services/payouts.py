"""Payouts: made of what is owed; failed, all of it is owed again. The caller has the transaction."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError
from common.money import total
from settlement import four_eyes
from settlement.locks import lock_vendor_account
from settlement.models import Payout, PayoutItem
from settlement.queries import unpaid_adjustments, unpaid_settlements
from vendors.queries import current_payee


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


def failed(*, payout: Payout, ended_by: User, failure: str, now: datetime) -> None:
    """The bank has not paid, or the check said no: what was in it is owed again.

    Raises:
        DomainError: it has ended already, or no cause is given.
    """
    four_eyes.failed(payout, ended_by=ended_by, failure=failure, now=now)
    PayoutItem.objects.filter(payout=payout).update(is_live=False)
