"""Guards the one form that stands on shared pages, where no secret token can be.

A page that a cache gives to everyone carries no CSRF token. What the token proves, that the form was on our
page, the browser itself says: Sec-Fetch-Site, or the Origin, or the Referer. None of them: refused.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from shop.our_page import from_our_page
from shop.views.errors import form_expired

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def same_origin_only(view: View[P]) -> View[P]:
    """In place of the token, for adding to the basket and nothing else."""

    @csrf_exempt  # the check below stands in for the token
    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not from_our_page(request):
            return form_expired(request)
        return view(request, *args, **kwargs)

    return answer
