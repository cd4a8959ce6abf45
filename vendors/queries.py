"""Vendors and what a person may see of them."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from places.models import Village
from vendors.models import PayeeAccount, SupplyPacking, Vendor


def vendors_for(user: User) -> QuerySet[Vendor]:
    """The vendors this person may act for now; a membership that ended counts from the next tap."""
    return (
        Vendor.objects.filter(members__user=user, members__ended_at__isnull=True)
        .select_related("village__town", "household")
        .order_by("pk")
    )


def vendor_for(user: User, vendor_id: int) -> Vendor:
    """One vendor of this person.

    Raises:
        NotForYou: it is another's, or does not exist.
    """
    vendor = vendors_for(user).filter(pk=vendor_id).first()
    if vendor is None:
        raise NotForYou(_("没有找到这家店。"), code="no_vendor")
    return vendor


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
