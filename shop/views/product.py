"""A product's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from catalog.models import Listing
from catalog.queries.products import product_page
from common.errors import DomainError
from settlement.take_home import take_home
from shop.public import language_of, public_page
from shop.views.errors import refused

GONE, MISSING = 410, 404


@public_page
def product(request: HttpRequest, product_id: int, slug: str) -> HttpResponse:
    """One statement, for lot-sold goods three. A wrong slug leads to the right one, what is gone to the shelves."""
    try:
        page = product_page(product_id, language=language_of(request), now=timezone.now())
    except DomainError as error:
        return refused(request, error, status=GONE if error.code == "withdrawn" else MISSING)
    if slug != page.slug:
        return redirect("shop:product", page.product_id, page.slug, permanent=True)
    context = {
        "page": page,
        "division": take_home(price=page.price, packing=page.packing_cost),
        "return_rule": Listing.ReturnRule(page.return_rule),
        "is_returnable": page.return_rule == Listing.ReturnRule.SUPPORTED,
        "claim_hours": int(page.claim_window.total_seconds() // 3600),
        "claim_days": page.claim_window.days,
        "seller": {
            "shop_name": page.shop_name,
            "kind": "" if page.is_exempt else page.vendor_kind,
            "origin": page.origin,
            "label": page.label,
            "is_exempt": page.is_exempt,
            "licence_no": page.licence_no,
        },
        "most": min(page.free, 999),
    }
    return render(request, "shop/product.html", context)
