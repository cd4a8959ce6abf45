"""Pages that are the same for everyone: no session, no cookie, and a shared cache may keep them a moment."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
SHARED = "public, max-age=0, s-maxage=5, stale-while-revalidate=30"


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Lets nginx keep the page for five seconds (deploy/nginx.conf), unless it carries a visitor's own messages."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.session.accessed:
            response["Cache-Control"] = "no-store, private"
        elif response.status_code == 200:  # noqa: PLR2004  HTTP's own number
            response["Cache-Control"] = SHARED
        return response

    return answer


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
