"""Money that is waited for, came and went, as the operator and the office look at it."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from common.errors import NotForYou
from payments.gateways.registry import BANK_TRANSFER, CASH_ON_DELIVERY
from payments.models import PaymentAttempt, Problem, ProviderEvent, Receipt, Refund
from payments.services.attempts import OPEN_STATES

Thing = TypeVar("Thing", PaymentAttempt, Refund, Problem)


def transfers_waiting() -> QuerySet[PaymentAttempt]:
    """Bank transfers that have not been recorded yet, with their orders."""
    return PaymentAttempt.objects.filter(gateway=BANK_TRANSFER, state__in=OPEN_STATES).select_related(
        "order__placement"
    )


def transfer_by_key(key: UUID) -> PaymentAttempt:
    """A bank transfer, also one of an order that closed before the money came.

    Raises:
        NotForYou: there is none.
    """
    attempts = PaymentAttempt.objects.filter(gateway=BANK_TRANSFER, key=key)
    return _there(attempts.select_related("order__placement", "receipt").first())


def cash_of(part_number: str) -> PaymentAttempt:
    """The cash still to be collected for one parcel, or the one that was; money given back beside it is not it.

    Raises:
        NotForYou: it is not paid on delivery.
    """
    attempts = PaymentAttempt.objects.filter(gateway=CASH_ON_DELIVERY, part=part_number).order_by("pk")
    return _there(attempts.first())


def attempts_of(order_id: int) -> Sequence[PaymentAttempt]:
    """All tries to pay an order, oldest first."""
    return list(PaymentAttempt.objects.filter(order_id=order_id).select_related("receipt").order_by("pk"))


def kept_receipts() -> QuerySet[Receipt]:
    """Money that paid for something; what was given back at once as of no use is not among it."""
    return Receipt.objects.exclude(refunds__kind=Refund.Kind.UNPLACED)


def receipt_of_part(*, order_id: int, part_number: str) -> Receipt | None:
    """The money that paid a vendor order: its parcel's cash, or the order's one payment."""
    receipts = kept_receipts().filter(order_id=order_id, attempt__part__in=["", part_number])
    return receipts.select_related("attempt").order_by("pk").first()


def refunds_of(order_id: int) -> Sequence[Refund]:
    """All refunds of an order, oldest first."""
    return list(Refund.objects.filter(order_id=order_id).order_by("pk"))


def refunds_by_hand() -> QuerySet[Refund]:
    """Refunds that a person pays by transfer or in cash."""
    return _owed_back().filter(is_manual=True, state=Refund.State.PENDING)


def refunds_failed() -> QuerySet[Refund]:
    """Refunds that their provider failed, at once or later: still owed, to be sent again or paid by hand."""
    return _owed_back().filter(state=Refund.State.FAILED)


def _owed_back() -> QuerySet[Refund]:
    return Refund.objects.select_related("order__placement", "receipt")


def refund_by_key(key: UUID) -> Refund:
    """One refund.

    Raises:
        NotForYou: there is none.
    """
    return _there(_owed_back().filter(key=key).first())


def problems() -> QuerySet[Problem]:
    """The operator's list, open and closed."""
    return Problem.objects.select_related("order")


def problem_by_id(problem_id: int) -> Problem:
    """One line of the list.

    Raises:
        NotForYou: there is none.
    """
    return _there(problems().filter(pk=problem_id).first())


def notices() -> QuerySet[ProviderEvent]:
    """What the providers sent."""
    return ProviderEvent.objects.all()


def _there(found: Thing | None) -> Thing:
    if found is None:
        raise NotForYou(_("没有找到这条记录。"), code="no_record")
    return found
