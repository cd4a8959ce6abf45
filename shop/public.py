"""Pages that are the same for everyone: no session, no cookie, and a shared cache may keep them a moment."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from redis.exceptions import RedisError

P = ParamSpec("P")
OK = 200
SHARED = "public, max-age=0, s-maxage=5, stale-while-revalidate=30"


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Lets nginx keep the page for five seconds (deploy/nginx.conf), unless it carries a visitor's own messages.

    Valkey keeps it as long for all processes, so that a crowd costs one page also where no nginx stands in front.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = _key(request)
        if key and (kept := _kept(key)) is not None:
            return HttpResponse(kept, headers={"Cache-Control": SHARED})
        response = view(request, *args, **kwargs)
        if request.session.accessed:
            response["Cache-Control"] = "no-store, private"
        elif response.status_code == OK:
            response["Cache-Control"] = SHARED
            if key:
                _keep(key, response.content)
        return response

    return answer


def _key(request: HttpRequest) -> str:
    """Where the page is kept; empty when it may be a visitor's own, or pages are not kept at all."""
    is_shared = request.method == "GET" and settings.SESSION_COOKIE_NAME not in request.COOKIES
    if not is_shared or not settings.PAGE_CACHE_SECONDS:
        return ""
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return f"page:{sha256(address.encode()).hexdigest()}"


def _kept(key: str) -> bytes | None:
    """The page; None also while the cache is away."""
    try:
        page: bytes | None = cache.get(key)
    except RedisError:
        return None
    return page


def _keep(key: str, page: bytes) -> None:
    with suppress(RedisError):
        cache.set(key, page, timeout=settings.PAGE_CACHE_SECONDS)


def private_page(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Nobody may keep the page, search engines may not list it, and its address goes nowhere else."""

    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Not even to ourselves: the next request would carry an order's link into a log. Not `no-referrer`: forms
        # would then send "Origin: null", which the CSRF check must refuse.
        response["Referrer-Policy"] = "strict-origin"
        return response

    return answer


def language_of(request: HttpRequest) -> str:
    """`en` or `zh-hans`, from the address alone."""
    return "en" if getattr(request, "LANGUAGE_CODE", "") == "en" else "zh-hans"
