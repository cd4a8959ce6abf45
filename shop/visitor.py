"""Whose basket: the signed-in person's, or the browser's by a signed cookie."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from accounts.models import User
from common.audit import Actor
from orders.services.basket import Visitor, find_basket, new_key, open_basket

COOKIE = "yx_basket"
SALT = "shop.basket"
LIFETIME_SECONDS = 30 * 24 * 3600
GUEST = Actor(id="", label="guest")


def basket_key(request: HttpRequest) -> str | None:
    """The browser's own basket key; a forged or old cookie counts as none."""
    try:
        key: str = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LIFETIME_SECONDS)
    except signing.BadSignature:
        return None
    return key


def signed_in(request: HttpRequest) -> User | None:
    """The person, if anyone signed in. Asks the session only when its cookie came along."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user if isinstance(request.user, User) else None


def visitor(request: HttpRequest) -> Visitor:
    """The visitor as the stages know them."""
    return Visitor(user=signed_in(request), key=basket_key(request))


def basket_of(request: HttpRequest) -> int | None:
    """The id of the visitor's open basket, if there is one."""
    return find_basket(visitor(request))


def basket_made(request: HttpRequest) -> tuple[int, str | None]:
    """The visitor's basket, made if need be, and the key that the answer must put in the cookie."""
    who = visitor(request)
    if who.user is not None or who.key is not None:
        return open_basket(who), None
    key = new_key()
    return open_basket(Visitor(user=None, key=key)), key


def keep_key(response: HttpResponse, key: str) -> None:
    """Puts the key of an anonymous basket in the browser; scripts cannot read it."""
    response.set_cookie(
        COOKIE,
        signing.dumps(key, salt=SALT),
        max_age=LIFETIME_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.OSCAR_BASKET_COOKIE_SECURE,
    )
