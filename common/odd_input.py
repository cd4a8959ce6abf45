"""Refuses, before any view, text that the database cannot hold: the character NUL (U+0000).

No keyboard makes it. Forms with fields refuse it by themselves; addresses, raw form values and cookies do not.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NUL = "\x00"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def takes_raw_body(view: View) -> View:
    """Marks a view that reads the body itself, as sent: a signature is over bytes."""
    view.__dict__["takes_raw_body"] = True
    return view


class RefuseNul:
    """Middleware. An odd cookie counts as none; an odd address or form is answered with 400 and a sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Takes odd cookies away before the session looks for its own."""
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if NUL not in name and NUL not in value
        }
        return self._get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        *_parts: Any,  # noqa: ANN401  what Django took from the address
    ) -> HttpResponse | None:
        """Where a view was found, so that the page speaks the language of the address."""
        if any(NUL in text for text in _texts(request, with_form=not hasattr(view, "takes_raw_body"))):
            return render(request, "errors/odd_character.html", status=400)
        return None


def _texts(request: HttpRequest, *, with_form: bool) -> Iterator[str]:
    yield request.path_info
    for values in (request.GET, request.POST) if with_form else (request.GET,):
        for name, listed in values.lists():
            yield name
            yield from (str(value) for value in listed)
    if not with_form:
        return
    for name, file in request.FILES.items():
        yield name
        yield str(getattr(file, "name", ""))
