"""Enters households and members; the certificate number is checked, encrypted and hashed here only."""

import re
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.encryption import lookup_hash
from common.errors import DomainError
from common.text import narrow
from households.models import Household, HouseholdStatus, Member
from places.models import Village

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
# 18 identity card, 20 disability certificate built on it, 22 its re-issue (domain.md 0.4).
_CERTIFICATE = re.compile(r"\d{17}[\dX](\d{2}|\d{4})?")


def clean_id_number(text: str) -> str:
    """A certificate number in its one form: narrow, upper case, checksum over the first 18 right.

    No area prefix is required: spouses come from elsewhere.

    Raises:
        DomainError: its length or checksum is wrong.
    """
    number = re.sub(r"\s", "", narrow(text)).upper()
    if not _CERTIFICATE.fullmatch(number):
        raise DomainError(_("证件号码应为18位、20位或22位。"), code="bad_id_number")
    digit = _CHECK[sum(int(n) * w for n, w in zip(number, _WEIGHTS, strict=False)) % 11]
    if digit != number[17]:
        raise DomainError(_("证件号码校验位不对，请再核对一遍。"), code="bad_id_number")
    return number


@transaction.atomic
def enter_household(
    *,
    village: Village,
    head_name: str,
    head_id_number: str,
    national_household_no: str | None,
    provisional_no: str | None,
    status: HouseholdStatus.Status,
    since: date,
    hamlet: str = "",
    actor: Actor,
    now: datetime,
) -> Household:
    """A household with its head as first member. The record names no person: the rows do."""
    household = Household.objects.create(
        village=village,
        national_household_no=national_household_no,
        provisional_no=provisional_no,
        head_name=head_name,
        hamlet=hamlet,
        created_at=now,
    )
    HouseholdStatus.objects.create(household=household, status=status, since=since)
    record(
        actor=actor,
        action="enter_household",
        object_kind="household",
        object_id=household.pk,
        now=now,
        detail={"village": village.pk},
    )
    add_member(
        household=household,
        name=head_name,
        relation_to_head="户主",
        id_number=head_id_number,
        joined_on=since,
        actor=actor,
        now=now,
    )
    return household


@transaction.atomic
def add_member(
    *,
    household: Household,
    name: str,
    relation_to_head: str,
    id_number: str,
    joined_on: date,
    actor: Actor,
    now: datetime,
) -> Member:
    """A member; the same certificate cannot be in two households at once.

    Raises:
        DomainError: the certificate number is malformed.
    """
    number = clean_id_number(id_number) if id_number else ""
    member = Member.objects.create(
        household=household,
        name=name,
        relation_to_head=relation_to_head,
        id_number=number,
        id_number_hash=lookup_hash(number) if number else None,
        joined_on=joined_on,
    )
    record(
        actor=actor,
        action="add_member",
        object_kind="household",
        object_id=household.pk,
        now=now,
        detail={"member": member.pk},
    )
    return member
