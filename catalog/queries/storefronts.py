"""Storefronts as visitors find them."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from catalog.models import Storefront
from common.errors import DomainError


def is_closed(storefront: Storefront, *, now: datetime) -> bool:
    """Closed now: by state or by its dated closing, unless the day of reopening has come."""
    if storefront.reopens_at is not None and storefront.reopens_at <= now:
        return False
    dated = storefront.closes_at is not None and storefront.closes_at <= now
    return storefront.state == Storefront.State.CLOSED or dated


def storefronts() -> QuerySet[Storefront]:
    """All storefronts with their places; towns first."""
    return Storefront.objects.select_related("town", "village__town").order_by("village_id", "pk")


def town_storefront(code: str) -> Storefront:
    """The storefront of a town; closed ones too, for the page that says so.

    Raises:
        DomainError: there is none.
    """
    return _found(storefronts().filter(town_id=code))


def village_storefront(code: str) -> Storefront:
    """The storefront of a village.

    Raises:
        DomainError: there is none.
    """
    return _found(storefronts().filter(village_id=code))


def villages_of(storefront: Storefront) -> QuerySet[Storefront]:
    """The village storefronts of a town's storefront that anyone may find."""
    return storefronts().filter(village__town_id=storefront.town_id).exclude(state=Storefront.State.LINK_ONLY)


def listed() -> QuerySet[Storefront]:
    """What the city's home shows: open and closed, but not those for holders of the link."""
    return storefronts().filter(~Q(state=Storefront.State.LINK_ONLY))


def _found(rows: QuerySet[Storefront]) -> Storefront:
    storefront = rows.first()
    if storefront is None:
        raise DomainError(_("这里还没有店铺。"), code="no_storefront")
    return storefront
