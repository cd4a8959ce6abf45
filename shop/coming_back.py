"""The address that the payment provider sends a buyer back to: it knows the order, and opens it for nobody.

A browser that went to pay carries a signed cookie for that address alone and is led on to the order; any other
learns whether the money arrived, and that the link stands in the message (docs/adr/0008-coming-back.md).
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from orders.models import Placement
from shop.visitor import signed_in

COOKIE = "yx_paying"
ADDRESS, BROWSER = (
    signing.Signer(salt="shop.back.address", sep="."),
    signing.TimestampSigner(salt="shop.back.browser"),
)
# A session at the provider lives at most a day.
LIFETIME_SECONDS = 2 * 24 * 3600


def back_path(placement: Placement) -> str:
    """Where the provider's page leads after paying, in the language of the page."""
    return reverse("shop:back", args=[ADDRESS.sign(placement.number)])


def give_up_path(placement: Placement) -> str:
    """Where it leads when the buyer gives up there."""
    return reverse("shop:back-unpaid", args=[ADDRESS.sign(placement.number)])


def order_of_address(signed: str) -> Placement | None:
    """The order of an address that this shop made."""
    try:
        number = ADDRESS.unsign(signed)
    except signing.BadSignature:
        return None
    return Placement.objects.filter(number=number).first()


def remember_browser(response: HttpResponse, placement: Placement) -> None:
    """Lets this browser through when it comes back."""
    response.set_cookie(
        COOKIE,
        BROWSER.sign(placement.number),
        max_age=LIFETIME_SECONDS,
        path=back_path(placement),
        httponly=True,
        # Lax: the provider's page is another site, and leads back by a link.
        samesite="Lax",
        secure=settings.OSCAR_BASKET_COOKIE_SECURE,
    )


def may_open(request: HttpRequest, placement: Placement) -> bool:
    """Whether this browser went to pay this order, or its buyer is signed in here."""
    user = signed_in(request)
    if user is not None and user.pk == placement.buyer_id:
        return True
    try:
        number = BROWSER.unsign(request.COOKIES.get(COOKIE, ""), max_age=LIFETIME_SECONDS)
    except signing.BadSignature:
        return False
    return number == placement.number
