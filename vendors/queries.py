"""Vendors and what a person may see of them."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from households.models import Household
from places.models import Village
from vendors.models import (
    PayeeAccount,
    SupplyLot,
    SupplyPacking,
    SupplyShare,
    Vendor,
    VendorMember,
    VendorPaper,
    VendorStep,
)


def vendors_for(user: User) -> QuerySet[Vendor]:
    """The vendors this person may act for now; a membership that ended counts from the next tap.

    At a desk that was opened for one household it is that one only.
    """
    vendors = Vendor.objects.filter(members__user=user, members__ended_at__isnull=True)
    if user.at_desk_for is not None:
        vendors = vendors.filter(pk__in=user.at_desk_for)
    return vendors.select_related("village__town", "household").order_by("pk")


def memberships_of(user: User) -> QuerySet[VendorMember]:
    """All shops this person may act for now, and by which right."""
    members = VendorMember.objects.filter(user=user, ended_at__isnull=True)
    return members.select_related("vendor__village__town", "vendor__household").order_by("vendor_id")


def vendor_for(user: User, vendor_id: int) -> Vendor:
    """One vendor of this person.

    Raises:
        NotForYou: it is another's, or does not exist.
    """
    vendor = vendors_for(user).filter(pk=vendor_id).first()
    if vendor is None:
        raise NotForYou(_("没有找到这家店。"), code="no_vendor")
    return vendor


def steps_of(vendor: Vendor) -> QuerySet[VendorStep]:
    """How the shop came to its state, newest first."""
    return VendorStep.objects.filter(vendor=vendor).order_by("-pk")


def in_review(households: QuerySet[Household]) -> QuerySet[Vendor]:
    """Shops of these households that wait for a reviewer, oldest first."""
    waiting = Vendor.objects.filter(state=Vendor.State.IN_REVIEW, household__in=households)
    return waiting.select_related("household__village__town").order_by("pk")


def current_payee(vendor_id: int) -> PayeeAccount | None:
    """The account that is paid now."""
    return PayeeAccount.objects.filter(vendor_id=vendor_id, ended_at__isnull=True).first()


def villages_on_hand(stockrecord_id: int, *, on_hand: int) -> list[Village]:
    """The villages that so many packs in stock come from: those of the newest packings. Two statements; by code."""
    left = on_hand
    lots: set[int] = set()
    packings = SupplyPacking.objects.filter(stockrecord_id=stockrecord_id).order_by("-pk")
    for lot_id, packs in packings.values_list("lot_id", "packs").iterator(chunk_size=100):
        if left <= 0 and lots:
            break
        lots.add(lot_id)
        left -= packs
    villages = Village.objects.filter(supply_shares__lot__in=lots).select_related("town")
    return list(villages.distinct().order_by("code"))


def operators() -> QuerySet[Vendor]:
    """Vendors that sell for households."""
    return Vendor.objects.exclude(kind=Vendor.Kind.HOUSEHOLD).select_related("village__town").order_by("pk")


def lots() -> QuerySet[SupplyLot]:
    """All lots with their operators."""
    return SupplyLot.objects.select_related("operator")


def lot_by_number(number: str) -> SupplyLot:
    """One lot, for the operator's people.

    Raises:
        NotForYou: there is none.
    """
    lot = lots().filter(number=number).first()
    if lot is None:
        raise NotForYou(_("没有找到这一批货。"), code="no_lot")
    return lot


def shares_of(lot: SupplyLot) -> QuerySet[SupplyShare]:
    """Who brought how much, as entered."""
    return lot.shares.select_related("household", "village__town").order_by("pk")


def packings_of(lot: SupplyLot) -> QuerySet[SupplyPacking]:
    """What was packed from a lot, newest first, with the goods."""
    return lot.packings.select_related("stockrecord__product__listing").order_by("-pk")


def payees_of(household_ids: list[int]) -> dict[int, PayeeAccount]:
    """The accounts of households that have one; a household that only supplies need not. One statement."""
    accounts = PayeeAccount.objects.filter(
        vendor__household_id__in=household_ids, ended_at__isnull=True
    ).select_related("vendor")
    return {account.vendor.household_id: account for account in accounts if account.vendor.household_id}


def papers() -> QuerySet[VendorPaper]:
    """All papers with their vendors; withdrawn ones too."""
    return VendorPaper.objects.select_related("vendor")


def paper_by_id(paper_id: int) -> VendorPaper:
    """One paper, for the operator's people.

    Raises:
        NotForYou: there is none.
    """
    paper = papers().filter(pk=paper_id).first()
    if paper is None:
        raise NotForYou(_("没有找到这张证照。"), code="no_paper")
    return paper
