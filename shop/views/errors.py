"""Pages for what went wrong; nothing technical, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.errors import DomainError


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's cookie is missing or old (B114): says so, and the browser keeps the typed text one step back."""
    return render(request, "errors/form_expired.html", status=403)


def refused(request: HttpRequest, error: DomainError, *, status: int) -> HttpResponse:
    """A sentence in the reader's language, and the way to the shelves."""
    return render(request, "shop/refused.html", {"message": error.message}, status=status)
