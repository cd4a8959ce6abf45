"""A town's or a village's storefront."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.models import Listing, Storefront
from catalog.queries.shelves import shelf
from catalog.queries.storefronts import town_storefront, village_storefront, villages_of
from common.errors import DomainError
from places.queries import demonstration_towns, is_designated
from shop.public import language_of, public_page
from shop.storefronts import head
from shop.views.errors import refused


@public_page
def town(request: HttpRequest, code: str) -> HttpResponse:
    """The town's storefront with its villages' goods."""
    try:
        storefront = town_storefront(code)
    except DomainError as error:
        return refused(request, error, status=404)
    return _page(request, storefront)


@public_page
def village(request: HttpRequest, code: str) -> HttpResponse:
    """One village's storefront."""
    try:
        storefront = village_storefront(code)
    except DomainError as error:
        return refused(request, error, status=404)
    return _page(request, storefront)


def _page(request: HttpRequest, storefront: Storefront) -> HttpResponse:
    language, now = language_of(request), timezone.now()
    category = request.GET.get("category", "")
    category = category if category in Listing.Category.values else ""
    batches = {row.town_id: row for row in demonstration_towns()} if storefront.town_id else {}
    top = head(storefront, language=language, batches=batches, now=now)
    designation = is_designated(storefront.village_id) if storefront.village_id else None
    context = {
        "head": top,
        "villages": [
            head(row, language=language, batches={}, now=now)
            for row in (villages_of(storefront) if storefront.town_id else [])
        ],
        "is_sample": designation is not None and designation.is_sample,
        "is_designated": designation is not None,
        "categories": Listing.Category.choices,
        "category": category,
        "shelf": None
        if top.is_closed
        else shelf(
            storefront=storefront,
            category=category,
            after=request.GET.get("after", ""),
            language=language,
            now=now,
        ),
    }
    return render(request, "shop/storefront.html", context)
