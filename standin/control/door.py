"""The door of control: POST /_control/<verb> with a JSON object."""

import json
from collections.abc import Callable

from werkzeug.wrappers import Request, Response

from standin.account import Account
from standin.control import notices, payments, world
from standin.control.said import Said
from standin.objects import Json
from standin.refusals import BAD_REQUEST, NOT_FOUND, Refusal

VERBS: dict[str, Callable[[Account, Said], Json]] = {
    "session": payments.session,
    "amount": payments.amount,
    "refund": payments.refund,
    "refunds": payments.refunds,
    "hold": notices.hold,
    "release": notices.release,
    "drop": notices.drop,
    "age": notices.age,
    "repeat": notices.repeat,
    "signed": notices.signed,
    "tries": notices.tries,
    "wait": notices.wait,
    "clock": world.clock,
    "methods": world.methods,
    "fail": world.fail,
    "lose": world.lose,
    "forget_keys": world.forget_keys,
}


def obey(account: Account, request: Request, verb: str) -> Response:
    """Does what control says and tells what came of it."""
    try:
        body, status = _act(request, verb)(account, _said(request)), 200
    except Refusal as refusal:
        body, status = refusal.shown(), refusal.status
    return Response(json.dumps(body, ensure_ascii=False), status, mimetype="application/json")


def _act(request: Request, verb: str) -> Callable[[Account, Said], Json]:
    if request.method != "POST" or verb not in VERBS:
        raise Refusal(NOT_FOUND, f"Control knows by POST: {', '.join((*VERBS, 'reset'))}.")
    return VERBS[verb]


def _said(request: Request) -> Said:
    text = request.get_data(as_text=True)
    try:
        said = json.loads(text) if text else {}
    except ValueError:
        raise Refusal(BAD_REQUEST, "The body is no JSON.") from None
    if not isinstance(said, dict):
        raise Refusal(BAD_REQUEST, "The body must be a JSON object.")
    return said
