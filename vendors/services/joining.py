"""From the register to an open shop, and its pauses: each act moves the state by one written step.

Source: issue "The villager's desk", joining; E-commerce Law art. 10, 27; natural-person shop rules (domain.md 4.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.queries import actor as actor_of
from common.audit import Actor, record
from common.clock import local_day
from common.errors import DomainError
from common.text import narrow
from households.consents import give
from households.models import Consent, Household, Member
from vendors.locks import lock_vendor
from vendors.models import Vendor, VendorMember, VendorStep
from vendors.partner.models import Partner
from vendors.services.accounts import set_payee
from vendors.services.steps import note_invited, step

State = Vendor.State
Act = VendorStep.Act
Purpose = Consent.Purpose
# What a household agrees to before its shop is looked at; the bank account is a consent of its own.
ASKED = (Purpose.SELF_PRODUCED, Purpose.JOINING, Purpose.BANK_ACCOUNT)


@dataclass(frozen=True, slots=True)
class Application:
    """What the household hands in: the shop's name, whose account is paid, and the texts it read (by purpose)."""

    shop_name: str
    holder_id: int
    bank_name: str
    account_number: str
    agreed: Mapping[Purpose, str]


@transaction.atomic
def invite(*, household: Household, actor: Actor, now: datetime) -> Vendor:
    """The household's shop, not open yet. Invited before: the same; stopped: it may join once more."""
    Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    found = Vendor.objects.filter(household=household).first()
    if found is None:
        return _invited(household, actor, now)
    vendor = lock_vendor(found.pk)
    if vendor.state == State.STOPPED:
        step(vendor=vendor, act=Act.INVITE, allowed={State.STOPPED}, to=State.INVITED, actor=actor, now=now)
    return vendor


@transaction.atomic
def submit(*, vendor_id: int, application: Application, by: str, actor: Actor, now: datetime) -> None:
    """Declared, agreed, and an account named: it waits for the village or the town. `by` is who agreed.

    Raises:
        DomainError: not invited any more; a text not agreed to in its wording of today; no name; an odd account; its
            holder is nobody of the household whose certificate is known.
    """
    vendor = lock_vendor(vendor_id)
    name = _clean_name(application.shop_name)
    if vendor.state != State.INVITED:
        raise DomainError(_("店铺的状态已经改变，请刷新后再看。"), code="wrong_state")
    holder = (
        Member.objects.filter(pk=application.holder_id, household__vendor=vendor, left_on__isnull=True)
        .exclude(id_number_hash=None)
        .first()
    )
    if holder is None or vendor.household is None:
        raise DomainError(_("收款账户的户名须是本户成员的姓名。"), code="payee_is_not_a_member")
    for purpose in ASKED:
        give(
            household=vendor.household,
            purpose=purpose,
            version=application.agreed.get(purpose, ""),
            given_by=by,
            channel="desk",
            about="",
            actor=actor,
            now=now,
        )
    vendor.shop_name, vendor.self_produced_declared_on = name, local_day(now)
    vendor.save(update_fields=["shop_name", "self_produced_declared_on"])
    Partner.objects.filter(pk=vendor.partner_id).update(name=name)
    set_payee(
        vendor=vendor,
        holder_name=holder.name,
        bank_name=_clean_bank(application.bank_name),
        account_number=_clean_account(application.account_number),
        verified_on=local_day(now),
        actor=actor,
        now=now,
    )
    step(vendor=vendor, act=Act.SUBMIT, allowed={State.INVITED}, to=State.IN_REVIEW, actor=actor, now=now)


def pass_review(*, vendor: Vendor, reviewer: User, now: datetime) -> None:
    """Looked at and right: the shop opens. The vendor is locked by the caller.

    Raises:
        DomainError: it waits for nobody any more, or the reviewer acts for it.
    """
    _not_their_own(vendor, reviewer)
    vendor.opened_at = vendor.opened_at or now
    vendor.save(update_fields=["opened_at"])
    step(
        vendor=vendor,
        act=Act.PASS,
        allowed={State.IN_REVIEW},
        to=State.OPEN,
        actor=actor_of(reviewer),
        now=now,
    )


@transaction.atomic
def give_back(*, vendor_id: int, reviewer: User, note: str, now: datetime) -> None:
    """Something is to be mended; the household reads the note.

    Raises:
        DomainError: no note, it waits for nobody any more, or the reviewer acts for it.
    """
    _turn_down(
        vendor_id=vendor_id, act=Act.GIVE_BACK, to=State.INVITED, reviewer=reviewer, note=note, now=now
    )


@transaction.atomic
def refuse(*, vendor_id: int, reviewer: User, note: str, now: datetime) -> None:
    """It does not open, for a reason that the household reads. It may be invited again.

    Raises:
        DomainError: as `give_back`.
    """
    _turn_down(vendor_id=vendor_id, act=Act.REFUSE, to=State.STOPPED, reviewer=reviewer, note=note, now=now)


def pause(*, vendor: Vendor, until: date, actor: Actor, now: datetime) -> None:
    """Sells nothing until a day; what is ordered is still sent. The vendor is locked by the caller.

    Raises:
        DomainError: not open, or the day is not in the coming year.
    """
    days = (until - local_day(now)).days
    if not 0 < days <= 366:  # noqa: PLR2004  a year
        raise DomainError(_("请选明天到一年以内的一天。"), code="bad_day")
    step(
        vendor=vendor,
        act=Act.PAUSE,
        allowed={State.OPEN},
        to=State.PAUSED,
        actor=actor,
        now=now,
        until=until,
    )


def resume(*, vendor: Vendor, actor: Actor, now: datetime) -> None:
    """Sells again.

    Raises:
        DomainError: not paused.
    """
    step(vendor=vendor, act=Act.RESUME, allowed={State.PAUSED}, to=State.OPEN, actor=actor, now=now)


def stop(*, vendor: Vendor, note: str, actor: Actor, now: datetime) -> None:
    """Sells no more; orders, money and records stay, and what is ordered is still sent (B050).

    Raises:
        DomainError: no reason, or it is in review or has stopped.
    """
    allowed = {State.INVITED, State.OPEN, State.PAUSED}
    step(
        vendor=vendor,
        act=Act.STOP,
        allowed=allowed,
        to=State.STOPPED,
        actor=actor,
        now=now,
        note=_clean_note(note),
    )


def _invited(household: Household, actor: Actor, now: datetime) -> Vendor:
    # A placeholder; the household names its shop itself.
    name = f"{household.village.name} {household.pk}"
    partner = Partner.objects.create(name=name, code=f"h{household.pk}")
    vendor = Vendor.objects.create(
        partner=partner,
        kind=Vendor.Kind.HOUSEHOLD,
        household=household,
        village_id=household.village_id,
        shop_name=name,
        state=State.INVITED,
    )
    note_invited(vendor=vendor, actor=actor, now=now)
    record(actor=actor, action="vendor_invite", object_kind="vendor", object_id=vendor.pk, now=now)
    return vendor


def _turn_down(
    *, vendor_id: int, act: VendorStep.Act, to: Vendor.State, reviewer: User, note: str, now: datetime
) -> None:
    vendor = lock_vendor(vendor_id)
    _not_their_own(vendor, reviewer)
    step(
        vendor=vendor,
        act=act,
        allowed={State.IN_REVIEW},
        to=to,
        actor=actor_of(reviewer),
        now=now,
        note=_clean_note(note),
    )


def _not_their_own(vendor: Vendor, reviewer: User) -> None:
    if VendorMember.objects.filter(vendor=vendor, user=reviewer, ended_at__isnull=True).exists():
        raise DomainError(_("您替这家店办事，请由别人审核。"), code="own_shop")


def _clean_note(note: str) -> str:
    if not note.strip():
        raise DomainError(_("请写明原因。"), code="no_reason")
    return " ".join(note.split())[:200]


def _clean_name(text: str) -> str:
    name = " ".join(text.split())
    if not 2 <= len(name) <= 30:  # noqa: PLR2004  fits a card on a phone
        raise DomainError(_("店名请写2到30个字。"), code="bad_shop_name")
    return name


def _clean_bank(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > 60:  # noqa: PLR2004  as the column
        raise DomainError(_("请写开户银行，例如 农村信用社。"), code="bad_bank")
    return name


def _clean_account(text: str) -> str:
    digits = "".join(narrow(text).split()).replace("-", "")
    if not (digits.isascii() and digits.isdigit() and 12 <= len(digits) <= 24):  # noqa: PLR2004  cards and passbooks
        raise DomainError(_("银行账号是12到24位数字，请对照存折或银行卡再看一遍。"), code="bad_account")
    return digits
