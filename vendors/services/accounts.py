"""Opens vendor accounts, and lets people act for them."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.audit import Actor, record
from common.errors import DomainError
from households.models import Household, Member
from places.models import Village
from vendors.models import PayeeAccount, Vendor, VendorMember
from vendors.partner.models import Partner
from vendors.services.steps import note_registered


def open_household_vendor(
    *, household: Household, shop_name: str, shop_name_en: str, declared_on: date, actor: Actor, now: datetime
) -> Vendor:
    """A household's own vendor account, registered or ordinary alike: the market shows no difference.

    Source: E-commerce Law art. 10, own produce needs no licence, but the declaration is kept.
    """
    partner = Partner.objects.create(name=shop_name, code=f"h{household.pk}")
    vendor = Vendor.objects.create(
        partner=partner,
        kind=Vendor.Kind.HOUSEHOLD,
        household=household,
        village_id=household.village_id,
        shop_name=shop_name,
        shop_name_en=shop_name_en,
        self_produced_declared_on=declared_on,
        opened_at=now,
    )
    note_registered(vendor=vendor, actor=actor, now=now)
    record(actor=actor, action="open_vendor", object_kind="vendor", object_id=vendor.pk, now=now)
    return vendor


def open_operator_vendor(
    *,
    kind: Vendor.Kind,
    village: Village,
    shop_name: str,
    shop_name_en: str,
    licence_no: str,
    actor: Actor,
    now: datetime,
) -> Vendor:
    """A vendor account of a cooperative or firm; its licence is required."""
    partner = Partner.objects.create(name=shop_name, code=f"o{village.pk}-{Partner.objects.count() + 1}")
    vendor = Vendor.objects.create(
        partner=partner,
        kind=kind,
        village=village,
        shop_name=shop_name,
        shop_name_en=shop_name_en,
        licence_no=licence_no,
        opened_at=now,
    )
    note_registered(vendor=vendor, actor=actor, now=now)
    record(actor=actor, action="open_vendor", object_kind="vendor", object_id=vendor.pk, now=now)
    return vendor


def let_act_for(*, vendor: Vendor, user: User, actor: Actor, now: datetime) -> VendorMember:
    """Lets a person act for the vendor from now on."""
    member, _made = VendorMember.objects.get_or_create(
        vendor=vendor, user=user, ended_at=None, defaults={"since": now}
    )
    record(
        actor=actor,
        action="let_act_for",
        object_kind="vendor",
        object_id=vendor.pk,
        now=now,
        detail={"user": user.pk},
    )
    return member


def stop_acting_for(*, vendor: Vendor, user: User, actor: Actor, now: datetime) -> None:
    """Ends a membership; it counts from the next request."""
    VendorMember.objects.filter(vendor=vendor, user=user, ended_at=None).update(ended_at=now)
    record(
        actor=actor,
        action="stop_acting_for",
        object_kind="vendor",
        object_id=vendor.pk,
        now=now,
        detail={"user": user.pk},
    )


@transaction.atomic
def set_payee(
    *,
    vendor: Vendor,
    holder_name: str,
    bank_name: str,
    account_number: str,
    verified_on: date,
    actor: Actor,
    now: datetime,
) -> PayeeAccount:
    """Sets the account that is paid; its holder must be a current member of the household.

    The record says who set which row and ended how many; holder and number stand in the row alone.

    Source: natural-person shop rules, name equals the withdrawal account (domain.md 4.1).

    Raises:
        DomainError: nobody of that name lives in the household.
    """
    if (
        vendor.household_id
        and not Member.objects.filter(
            household_id=vendor.household_id, name=holder_name, left_on__isnull=True
        ).exists()
    ):
        raise DomainError(_("收款账户的户名须是本户成员的姓名。"), code="payee_is_not_a_member")
    ended = PayeeAccount.objects.filter(vendor=vendor, ended_at__isnull=True).update(ended_at=now)
    payee = PayeeAccount.objects.create(
        vendor=vendor,
        holder_name=holder_name,
        bank_name=bank_name,
        account_number=account_number,
        verified_on=verified_on,
    )
    record(
        actor=actor,
        action="set_payee",
        object_kind="vendor",
        object_id=vendor.pk,
        now=now,
        detail={"payee": payee.pk, "ended": ended},
    )
    return payee
