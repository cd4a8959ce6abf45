"""What was typed when the session had ended: it waits in the new session until the person is back (B116)."""

from datetime import datetime, timedelta

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

_KEY = "desk_typed"
# A phone that is handed on does not keep it for long.
_KEPT = timedelta(hours=2)
_MOST_LETTERS = 4000


def keep_typed(request: HttpRequest) -> None:
    """Keeps the fields of a form that met no session; files are not among them."""
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    text = fields.urlencode()
    if len(text) <= _MOST_LETTERS:
        until = (timezone.now() + _KEPT).isoformat()
        request.session[_KEY] = {"path": request.path, "text": text, "until": until}


def take_typed(request: HttpRequest) -> QueryDict | None:
    """What was typed on this very page before signing in, once; None where there is nothing."""
    kept = request.session.get(_KEY)
    if request.method != "GET" or not kept or kept["path"] != request.path:
        return None
    del request.session[_KEY]
    if datetime.fromisoformat(kept["until"]) < timezone.now():
        return None
    return QueryDict(kept["text"])


def page_of_form(request: HttpRequest) -> str:
    """Where the form stood that was posted: its own address, or the page it was on."""
    referer = request.META.get("HTTP_REFERER", "")
    host = request.get_host()
    is_ours = url_has_allowed_host_and_scheme(
        referer, allowed_hosts={host}, require_https=request.is_secure()
    )
    path = referer.partition(host)[2] if is_ours and host in referer else ""
    return path if "/desk/" in path else request.get_full_path()
