"""A payment that one person makes, another checks, and the bank then pays or fails: to a vendor, or for a lot."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError


class CheckedPayment(models.Model):
    """The columns of such a payment. The amount is in yuan."""

    class State(models.TextChoices):
        """Forward only."""

        MADE = "made", _("待复核")
        CHECKED = "checked", _("已复核，待付款")
        PAID = "paid", _("已付款")
        FAILED = "failed", _("付款失败")

    amount = models.DecimalField(max_digits=12, decimal_places=2)
    state = models.CharField(max_length=10, choices=State.choices, default=State.MADE)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The day that income bears.
    ended_at = models.DateTimeField(null=True, blank=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


def constraints_of(name: str) -> list[models.BaseConstraint]:
    """What the database holds of it; each constraint's name begins with `name`, such as payout_pays_something."""
    return [
        models.CheckConstraint(condition=Q(amount__gt=0), name=f"{name}_pays_something"),
        models.CheckConstraint(
            condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("made_by")),
            name=f"{name}_is_checked_by_another",
        ),
        models.CheckConstraint(
            condition=Q(state="made", checked_by__isnull=True, ended_at__isnull=True)
            | Q(state="checked", checked_by__isnull=False, checked_at__isnull=False, ended_at__isnull=True)
            | Q(state="paid", checked_by__isnull=False, ended_at__isnull=False)
            | Q(state="failed", ended_at__isnull=False),
            name=f"{name}_is_checked_before_it_is_paid",
        ),
        models.CheckConstraint(
            condition=~Q(state="paid") | ~Q(bank_reference=""), name=f"{name}_paid_has_a_bank_reference"
        ),
        models.CheckConstraint(condition=~Q(state="failed") | ~Q(failure=""), name=f"{name}_failed_says_why"),
    ]


State = CheckedPayment.State


def check(payment: CheckedPayment, *, checked_by: User, now: datetime) -> None:
    """A second pair of eyes. The payment is locked by the caller, here and below.

    Raises:
        DomainError: it is not waiting for a check, or the same person made it.
    """
    if payment.state != State.MADE:
        raise _wrong_state()
    if payment.made_by_id == checked_by.pk:
        raise DomainError(_("制单人不能复核自己的付款单。"), code="same_person")
    payment.state, payment.checked_by, payment.checked_at = State.CHECKED, checked_by, now
    payment.save(update_fields=["state", "checked_by", "checked_at"])


def paid(payment: CheckedPayment, *, ended_by: User, bank_reference: str, now: datetime) -> None:
    """The bank has paid; its reference is kept.

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


def failed(payment: CheckedPayment, *, ended_by: User, failure: str, now: datetime) -> None:
    """The bank has not paid, or the check said no.

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
