"""Search over all storefronts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from catalog.queries.shelves import shelf
from shop.public import language_of, public_page

MOST_CHARACTERS = 60


@public_page
def search(request: HttpRequest) -> HttpResponse:
    """One statement; an empty question shows the normal shelf."""
    words = request.GET.get("q", "")[:MOST_CHARACTERS].strip()
    found = shelf(
        storefront=None,
        words=words,
        after=request.GET.get("after", ""),
        language=language_of(request),
        now=timezone.now(),
    )
    return render(request, "shop/search.html", {"search_words": words, "shelf": found})
