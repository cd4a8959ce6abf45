"""The operator pays a vendor: one makes it, another checks it, the bank pays or fails; paid becomes income."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.queries import actor
from common.audit import record
from fulfilment.locks import lock_vendor_orders
from income.services.posting import post_payout
from settlement import four_eyes
from settlement.locks import lock_payout
from settlement.models import Payout
from settlement.services import payouts


def make_payout(*, vendor_id: int, made_by: User, now: datetime) -> Payout:
    """All that is owed to the vendor now.

    Raises:
        DomainError: nothing is owed, or no account is known.
    """
    with transaction.atomic():
        payout = payouts.make(vendor_id=vendor_id, made_by=made_by, now=now)
        record(actor=actor(made_by), action="make_payout", object_kind="payout", object_id=payout.pk, now=now)
        return payout


def check_payout(*, payout_id: int, checked_by: User, now: datetime) -> None:
    """Checked by another person than the one who made it."""
    with transaction.atomic():
        four_eyes.check(lock_payout(payout_id), checked_by=checked_by, now=now)
        record(
            actor=actor(checked_by), action="check_payout", object_kind="payout", object_id=payout_id, now=now
        )


def mark_paid(*, payout_id: int, by: User, bank_reference: str, now: datetime) -> None:
    """The bank has paid: the household's record gets its entries, dated today."""
    with transaction.atomic():
        payout = lock_payout(payout_id)
        # A refund of one of these orders must see either none or all of what follows.
        lock_vendor_orders(
            list(
                payout.items.filter(settlement__isnull=False).values_list(
                    "settlement__vendor_order_id", flat=True
                )
            )
        )
        four_eyes.paid(payout, ended_by=by, bank_reference=bank_reference, now=now)
        post_payout(payout, now=now)
        record(actor=actor(by), action="pay_payout", object_kind="payout", object_id=payout_id, now=now)


def mark_failed(*, payout_id: int, by: User, failure: str, now: datetime) -> None:
    """The bank has not paid: all of it is owed again."""
    with transaction.atomic():
        payouts.failed(payout=lock_payout(payout_id), ended_by=by, failure=failure, now=now)
        record(
            actor=actor(by),
            action="fail_payout",
            object_kind="payout",
            object_id=payout_id,
            now=now,
            reason=failure,
        )
