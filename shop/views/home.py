"""The city's home: the geese in the lead, the villages, and what is fresh."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.queries.shelves import shelf
from catalog.queries.storefronts import listed
from places.queries import demonstration_towns
from shop.public import language_of, public_page
from shop.storefronts import head


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Three statements: storefronts, batches, newest goods."""
    language, now = language_of(request), timezone.now()
    batches = {row.town_id: row for row in demonstration_towns()}
    heads = [head(row, language=language, batches=batches, now=now) for row in listed()]
    context = {
        "towns": [row for row in heads if row.is_town],
        "villages": [row for row in heads if not row.is_town],
        "shelf": shelf(storefront=None, language=language, now=now),
    }
    return render(request, "shop/home.html", context)
