"""Pages for what went wrong; nothing technical, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.errors import DomainError
from shop.typed_again import typed_again


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's cookie is missing or old (B114). A form of the desk comes back as typed, with a new token."""
    shown = {"typed": typed_again(request), "again": request.get_full_path()}
    return render(request, "errors/form_expired.html", shown, status=403)


def refused(request: HttpRequest, error: DomainError, *, status: int) -> HttpResponse:
    """A sentence in the reader's language, and the way to the shelves."""
    return render(request, "shop/refused.html", {"message": error.message}, status=status)
