"""What was typed at checkout, kept while the buyer puts the basket right: on the server, for two hours."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

KEY = "checkout_draft"
LIFETIME = timedelta(hours=2)
FIELDS = ("name", "mobile", "area_code", "area_text", "detail", "note", "method")
LONGEST = 200


def keep(request: HttpRequest, *, now: datetime) -> None:
    """Keeps what this request typed, right or wrong."""
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in FIELDS}
    request.session[KEY] = {"until": (now + LIFETIME).isoformat(), "typed": typed}


def kept(request: HttpRequest, *, now: datetime) -> dict[str, str]:
    """What is kept and still young. Looks into the session only when its cookie came along."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return {}
    draft = request.session.get(KEY)
    if not draft or datetime.fromisoformat(draft["until"]) < now:
        return {}
    return {name: draft["typed"].get(name, "") for name in FIELDS}


def forget(request: HttpRequest) -> None:
    """The order is placed: its address stands there now."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        request.session.pop(KEY, None)
