"""An operator pays a lot's households: one makes it, another checks it, the bank pays or fails; paid becomes income."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from accounts.queries import actor
from common.audit import record
from income.services.posting_supply import post_supply
from settlement import four_eyes
from settlement.locks import lock_supply_payment
from settlement.models import SupplyPayment
from settlement.services import supply_payments
from vendors.locks import lock_lot
from vendors.services import supply

KIND = "supply_payment"


def make_supply_payment(*, lot_id: int, made_by: User, now: datetime) -> SupplyPayment:
    """The whole amount of a received lot, at its fixed price.

    Raises:
        DomainError: it is not received, or has its payment already.
    """
    with transaction.atomic():
        payment = supply_payments.make(lot=lock_lot(lot_id), made_by=made_by, now=now)
        record(
            actor=actor(made_by),
            action="make_supply_payment",
            object_kind=KIND,
            object_id=payment.pk,
            now=now,
            detail={"lot": payment.lot.number, "amount": str(payment.amount)},
        )
        return payment


def check_supply_payment(*, payment_id: int, checked_by: User, now: datetime) -> None:
    """Checked by another person than the one who made it."""
    with transaction.atomic():
        payment = lock_supply_payment(payment_id)
        four_eyes.check(payment, checked_by=checked_by, now=now)
        record(
            actor=actor(checked_by),
            action="check_supply_payment",
            object_kind=KIND,
            object_id=payment_id,
            now=now,
        )


def mark_supply_paid(*, payment_id: int, by: User, bank_reference: str, now: datetime) -> None:
    """The bank has paid: each household's record gets its part, dated today; the lot is paid for good."""
    with transaction.atomic():
        payment = lock_supply_payment(payment_id)
        lot = lock_lot(payment.lot_id)
        four_eyes.paid(payment, ended_by=by, bank_reference=bank_reference, now=now)
        supply.paid(lot=lot, now=now)
        post_supply(payment, now=now)
        record(actor=actor(by), action="pay_supply", object_kind=KIND, object_id=payment_id, now=now)


def mark_supply_failed(*, payment_id: int, by: User, failure: str, now: datetime) -> None:
    """The bank has not paid: the lot waits for another payment, nobody's record changes."""
    with transaction.atomic():
        payment = lock_supply_payment(payment_id)
        four_eyes.failed(payment, ended_by=by, failure=failure, now=now)
        record(
            actor=actor(by),
            action="fail_supply_payment",
            object_kind=KIND,
            object_id=payment_id,
            now=now,
            reason=failure,
        )
