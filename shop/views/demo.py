"""What a visitor of the demo would have on their phone. It does not exist elsewhere."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from messages.queries import last_of_demo
from shop.public import private_page

LAST = 20


@private_page
def demo_messages(request: HttpRequest) -> HttpResponse:
    """The last messages of the demo, the newest first; 404 where people are real."""
    if not settings.IS_DEMO:
        raise Http404
    return render(request, "shop/demo_messages.html", {"rows": last_of_demo(LAST)})
