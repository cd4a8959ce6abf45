"""Pages for what went wrong; nothing technical, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's cookie is missing or old (B114): says so, and the browser keeps the typed text one step back."""
    return render(request, "errors/form_expired.html", status=403)
