"""The buyer's door: shows the page, takes the choice, sends the buyer back to the shop."""

from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from standin.account import Account
from standin.objects import Session
from standin.page.render import closed_page, open_page, success_url, unknown_page
from standin.paying import decline, delay, expire, pay

CSS = Path(__file__).resolve().parent / "pay.css"
SEE_OTHER, NOT_FOUND, NOT_ALLOWED = 303, 404, 405
OUTCOMES = {"success": pay, "failure": decline, "slow": delay}


def style() -> Response:
    """The page's own style."""
    return Response(CSS.read_bytes(), mimetype="text/css")


def page(account: Account, request: Request, ref: str) -> Response:
    """GET shows, POST acts. A session that is over takes no second payment."""
    with account.lock:
        session = account.sessions.get(ref)
        if session is None:
            return _html(unknown_page(), status=NOT_FOUND)
        if session.status == "open" and session.expires_at <= account.clock.now():
            expire(account, session)
        if request.method == "POST":
            return _chosen(account, session, request)
        if request.method not in {"GET", "HEAD"}:
            return Response(status=NOT_ALLOWED)
        return _shown(account, session)


def _shown(account: Account, session: Session, *, is_incomplete: bool = False) -> Response:
    if session.status != "open":
        return _html(closed_page(session), session)
    intent = account.intents.get(session.intent_id or "")
    was_declined = intent is not None and intent.error is not None
    return _html(open_page(session, was_declined=was_declined, is_incomplete=is_incomplete), session)


def _chosen(account: Account, session: Session, request: Request) -> Response:
    outcome, method = request.form.get("outcome", ""), request.form.get("method", "")
    back_here = redirect(f"/pay/{session.id}", code=SEE_OTHER)
    if session.status != "open":
        return back_here
    if outcome == "close":
        return redirect(session.cancel_url, code=SEE_OTHER) if session.cancel_url else back_here
    act = OUTCOMES.get(outcome)
    if act is None or method not in session.methods:
        return _shown(account, session, is_incomplete=True)
    act(account, session, method)
    return back_here if session.status == "open" else redirect(success_url(session), code=SEE_OTHER)


def _html(text: Markup, session: Session | None = None, *, status: int = 200) -> Response:
    response = Response(str(text), status, mimetype="text/html")
    # A form's target may send the buyer on to the shop, which browsers count as a target too.
    shop = {_origin(url) for url in (session.success_url, session.cancel_url) if url} if session else set()
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {' '.join(sorted(shop))}"
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
