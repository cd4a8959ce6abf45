"""Somebody acts for a household by its recorded consent: a cadre, a relative. The household ends it at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from common.audit import Actor
from common.errors import DomainError, NotForYou
from common.models import AuditEntry
from common.text import clean_mobile
from households.consents import give, withdraw
from households.models import Consent, Household
from vendors.locks import lock_vendor
from vendors.models import DeskCard, Vendor, VendorMember
from vendors.services.cards import issue_card

# What the household is shown of what was done for it.
MOST_SHOWN = 50
# What a helper is to the household; stands in the consent as it was chosen.
RELATIONS = [
    ("家里人", _("家里人")),
    ("亲戚", _("亲戚")),
    ("村干部", _("村干部")),
    ("邻居", _("邻居")),
]


@dataclass(frozen=True, slots=True)
class Helper:
    """Who is to act: a name and what they are to the household, and their own mobile number."""

    name: str
    relation: str
    mobile: str


@dataclass(frozen=True, slots=True)
class Help:
    """A helper as the household sees them; the member is None until the card is entered, or asks for a new one."""

    consent: Consent
    member: VendorMember | None


def acted_for(vendor: Vendor) -> str:
    """How the audit log names the household that somebody acts for."""
    return f"vendor:{vendor.pk}"


@transaction.atomic
def let_help(
    *,
    vendor: Vendor,
    helper: Helper,
    version: str,
    given_by: str,
    channel: str,
    own_mobile: str | None,
    actor: Actor,
    now: datetime,
) -> str:
    """Records the consent; returns the code of the helper's card, told this once.

    `own_mobile` is the number of whoever records it: nobody lets themselves act.

    Raises:
        DomainError: no name, no mobile number, their own number, or the text was not agreed to.
    """
    name = " ".join(helper.name.split())
    if not name:
        raise DomainError(_("请写这个人的姓名。"), code="no_name")
    if clean_mobile(helper.mobile) == own_mobile:
        raise DomainError(_("不能登记自己的号码，请由本户或别人登记。"), code="own_number")
    household = vendor.household
    if household is None:
        raise DomainError(_("没有找到这一户。"), code="no_household")
    lock_vendor(vendor.pk)
    consent = give(
        household=household,
        purpose=Consent.Purpose.ACT_FOR,
        version=version,
        given_by=given_by,
        channel=channel,
        about=f"{name}（{helper.relation}）"[:60],
        actor=actor,
        now=now,
    )
    return issue_card(vendor=vendor, mobile=helper.mobile, whom=consent, actor=actor, now=now)


@transaction.atomic
def end_help(*, vendor: Vendor, consent_id: int, actor: Actor, now: datetime) -> None:
    """The helper is out at the next tap, and their card is worth nothing. Ended before is no fault.

    Raises:
        NotForYou: no such consent of this household.
    """
    lock_vendor(vendor.pk)
    consent = Consent.objects.filter(
        pk=consent_id, household__vendor=vendor, purpose=Consent.Purpose.ACT_FOR
    ).first()
    if consent is None:
        raise NotForYou(_("没有找到这份委托。"), code="no_consent")
    VendorMember.objects.filter(consent=consent, ended_at__isnull=True).update(ended_at=now)
    DeskCard.objects.filter(consent=consent, used_at__isnull=True, withdrawn_at__isnull=True).update(
        withdrawn_at=now
    )
    withdraw(consent=consent, actor=actor, now=now)


def helpers_of(household: Household) -> list[Help]:
    """Who may act for the household, newest first. Two statements."""
    consents = list(
        Consent.objects.filter(
            household=household, purpose=Consent.Purpose.ACT_FOR, withdrawn_at__isnull=True
        ).order_by("-pk")
    )
    members = VendorMember.objects.filter(consent__in=consents, ended_at__isnull=True).select_related("user")
    by_consent = {member.consent_id: member for member in members}
    return [Help(consent, by_consent.get(consent.pk)) for consent in consents]


def done_for(vendor: Vendor) -> QuerySet[AuditEntry]:
    """What helpers did for this household, newest first."""
    return AuditEntry.objects.filter(acted_for=acted_for(vendor)).order_by("-pk")[:MOST_SHOWN]
