"""A seller's own goods."""

from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from catalog.models import Listing, ListingChange
from common.errors import NotForYou
from vendors.models import Vendor
from vendors.partner.models import StockRecord
from vendors.queries import vendors_for

UNDO_WITHIN = timedelta(seconds=60)


def goods_of(vendor: Vendor) -> QuerySet[StockRecord]:
    """Everything this shop listed, with price and stock."""
    rows: QuerySet[StockRecord] = (
        StockRecord.objects.filter(product__listing__vendor=vendor)
        .select_related("product__listing")
        .annotate(free=F("num_in_stock") - F("num_allocated"))
        .order_by("-pk")
    )
    return rows


def listing_for(user: User, product_id: int) -> Listing:
    """One listing of this person's shops.

    Raises:
        NotForYou: it is another's, or does not exist.
    """
    listing = (
        Listing.objects.filter(pk=product_id, vendor__in=vendors_for(user))
        .select_related("product", "vendor__village")
        .first()
    )
    if listing is None:
        raise NotForYou(_("没有找到这件商品。"), code="no_listing")
    return listing


def change_for(user: User, change_id: int) -> ListingChange:
    """One change of this person's goods.

    Raises:
        NotForYou: it is another's, or does not exist.
    """
    change = (
        ListingChange.objects.filter(pk=change_id, listing__vendor__in=vendors_for(user))
        .select_related("listing__vendor")
        .first()
    )
    if change is None:
        raise NotForYou(_("没有找到这次改动。"), code="no_change")
    return change


def last_change(vendor: Vendor, *, now: datetime) -> ListingChange | None:
    """What was changed in this shop less than a minute ago and can be undone. One statement."""
    newest = (
        ListingChange.objects.filter(listing__vendor=vendor)
        .select_related("listing__product")
        .order_by("-pk")
        .first()
    )
    if newest is None or newest.undone_at is not None or now - newest.made_at > UNDO_WITHIN:
        return None
    return newest
