"""What the browser itself says of where a form was sent from."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def from_our_page(request: HttpRequest) -> bool:
    """Whether the browser says that the form was sent from a page of this site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return bool(source) and urlsplit(source).netloc == request.get_host()
