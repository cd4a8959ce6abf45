"""The door of the interface: the key, the fields, one answer for one idempotency key, and Stripe's headers."""

import json
from urllib.parse import parse_qsl

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from standin.account import Account
from standin.api.call import Call, Handler
from standin.api.routes import ROUTES
from standin.fields import Tree, texts, tree_of
from standin.finding import expanded
from standin.idempotency import Kept, replayed
from standin.ids import REQUEST, new_id
from standin.objects import Json
from standin.paying import expire
from standin.refusals import NOT_FOUND, UNAUTHORISED, Refusal
from standin.shapes.record import API_VERSION

KEYS = ("sk_test_", "rk_test_")
OK = 200


def answer(account: Account, request: Request) -> Response:
    """The answer to a request under /v1. The lock makes each request a whole."""
    with account.lock:
        try:
            account.faults.fail()
            _check_key(request)
            _expire_in_time(account)
            kept, is_replay = _acted(account, request)
        except Refusal as refusal:
            kept, is_replay = Kept("", refusal.status, refusal.shown()), False
    response = Response(json.dumps(kept.body, ensure_ascii=False), kept.status, mimetype="application/json")
    response.headers["Request-Id"] = new_id(REQUEST)
    response.headers["Stripe-Version"] = API_VERSION
    if key := request.headers.get("Idempotency-Key"):
        response.headers["Idempotency-Key"] = key
    if is_replay:
        response.headers["Idempotent-Replayed"] = "true"
    return response


def _check_key(request: Request) -> None:
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    if kind == "Basic" and request.authorization is not None:
        key = request.authorization.username or ""
    if not key:
        raise Refusal(
            UNAUTHORISED,
            "You did not provide an API key. You need to provide your API key in the Authorization header, "
            "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        )
    if not key.startswith(KEYS):
        # As Stripe does it, only the ends show. A live key has no business here at all.
        raise Refusal(UNAUTHORISED, f"Invalid API Key provided: {key[:8]}****{key[-4:]}")


def _expire_in_time(account: Account) -> None:
    now = account.clock.now()
    for session in account.sessions.values():
        if session.status == "open" and session.expires_at <= now:
            expire(account, session)


def _acted(account: Account, request: Request) -> tuple[Kept, bool]:
    raw = request.get_data(as_text=True) if request.method == "POST" else request.query_string.decode()
    fields = tree_of(parse_qsl(raw, keep_blank_values=True))
    key = request.headers.get("Idempotency-Key", "") if request.method == "POST" else ""
    asked = f"{request.path} {json.dumps(fields, sort_keys=True)}"
    if key in account.kept:
        return replayed(account.kept[key], key=key, asked=asked), True
    try:
        done = Kept(asked, OK, _called(account, request, fields))
    except Refusal as refusal:
        if not refusal.is_kept:
            raise
        done = Kept(asked, refusal.status, refusal.shown())
    if key:
        account.kept[key] = done
    return done, False


def _called(account: Account, request: Request, fields: dict[str, Tree]) -> Json:
    handler, values = _route(request)
    call = Call(account, fields, request.path, request.host_url.rstrip("/"), values.get("ref", ""))
    return expanded(account, handler(call), texts(fields, "expand"))


def _route(request: Request) -> tuple[Handler, dict[str, str]]:
    try:
        handler, values = ROUTES.bind_to_environ(request.environ).match()
    except HTTPException:
        raise Refusal(NOT_FOUND, f"Unrecognized request URL ({request.method}: {request.path}).") from None
    return handler, dict(values)
