"""A household enters costs of its own and disputes entries; the office answers. No ledger entry ever changes by it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import BinaryIO

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.photos.reading import read_photo
from common.audit import Actor, record
from common.clock import local_day
from common.errors import DomainError
from common.money import yuan
from income.models import Cost, CostSlip, Dispute, IncomeEntry

# A slip is read, not admired: as small as its print allows.
SLIP_QUALITY = 70
OLDEST = timedelta(days=3 * 366)
MOST = Decimal("999999.99")


@dataclass(frozen=True, slots=True)
class Spent:
    """A cost as it was typed: yuan, the day, and the photo of its slip or none."""

    kind: Cost.Kind
    amount: Decimal
    on: date
    note: str
    slip: BinaryIO | None


def enter_cost(*, household_id: int, spent: Spent, submission: str, actor: Actor, now: datetime) -> Cost:
    """One cost, unverified. The same submission again is the same cost.

    Raises:
        DomainError: no amount, or a day to come or long ago.
        PhotoRefused: the slip is no photo; nothing is kept.
    """
    today = local_day(now)
    if not Decimal(0) < spent.amount <= MOST:
        raise DomainError(_("请填写花了多少钱。"), code="bad_amount")
    if not today - OLDEST <= spent.on <= today:
        raise DomainError(_("日期要在今天以前、三年以内。"), code="bad_day")
    jpeg = read_photo(spent.slip).jpeg(SLIP_QUALITY) if spent.slip is not None else b""
    try:
        with transaction.atomic():
            cost = Cost.objects.create(
                household_id=household_id,
                on=spent.on,
                kind=spent.kind,
                amount=yuan(spent.amount),
                note=" ".join(spent.note.split())[:100],
                submission=submission[:64],
                entered_at=now,
                entered_by=actor.label,
                acted_for=actor.acted_for,
            )
            if jpeg:
                CostSlip.objects.create(cost=cost, jpeg=jpeg)
            _note(actor, "enter_cost", "cost", cost.pk, now)
    except IntegrityError as error:
        if "cost_is_entered_once" not in str(error):
            raise
        return Cost.objects.get(household_id=household_id, submission=submission[:64])
    return cost


@transaction.atomic
def take_back_cost(*, cost: Cost, actor: Actor, now: datetime) -> None:
    """Entered by mistake; taken back before is no fault. The row stays."""
    if Cost.objects.filter(pk=cost.pk, taken_back_at__isnull=True).update(taken_back_at=now):
        _note(actor, "take_back_cost", "cost", cost.pk, now)


@transaction.atomic
def dispute(*, entry: IncomeEntry, reason: str, actor: Actor, now: datetime) -> Dispute:
    """The household says that an entry is wrong. One question at a time for an entry.

    Raises:
        DomainError: no reason, or an earlier question waits for its answer.
    """
    text = _clean(reason, "no_reason", _("请写明哪里不对。"))
    # The lock makes two at once come one after the other.
    IncomeEntry.objects.select_for_update().get(pk=entry.pk)
    if Dispute.objects.filter(entry=entry, answered_at__isnull=True).exists():
        raise DomainError(_("这笔已经提过异议，正在等答复。"), code="waits_for_answer")
    made = Dispute.objects.create(
        entry=entry, reason=text, raised_at=now, raised_by=actor.label, acted_for=actor.acted_for
    )
    _note(actor, "dispute_entry", "income_entry", entry.pk, now)
    return made


@transaction.atomic
def answer(*, dispute_id: int, text: str, actor: Actor, now: datetime) -> None:
    """The office's answer, once. What is to be put right is posted on its own, never here.

    Raises:
        DomainError: no words, or it was answered before.
    """
    words = _clean(text, "no_answer", _("请写明答复。"))
    changed = Dispute.objects.filter(pk=dispute_id, answered_at__isnull=True).update(
        answer=words, answered_at=now, answered_by=actor.label
    )
    if not changed:
        raise DomainError(_("这条异议已经答复过了。"), code="answered")
    _note(actor, "answer_dispute", "dispute", dispute_id, now)


def _clean(text: str, code: str, message: str | Promise) -> str:
    cleaned = " ".join(text.split())[:300]
    if not cleaned:
        raise DomainError(message, code=code)
    return cleaned


def _note(actor: Actor, action: str, kind: str, key: int, now: datetime) -> None:
    record(actor=actor, action=action, object_kind=kind, object_id=key, now=now)
