"""Objects by id, and ids replaced by their objects where the caller asks for it."""

from collections.abc import Callable, Iterable
from types import NoneType

from standin.account import Account
from standin.ids import CHARGE, ENTRY, INTENT, REFUND, SESSION
from standin.objects import Charge, Intent, Json, Session
from standin.refusals import no_such, wrong_parameter
from standin.shapes.payment import shown_charge, shown_intent
from standin.shapes.record import shown_entry
from standin.shapes.refund import shown as shown_refund
from standin.shapes.session import shown as shown_session

DEEPEST = 4


def session_of(account: Account, ref: str) -> Session:
    """The session with this id, or Stripe's 404."""
    if ref not in account.sessions:
        raise no_such("checkout.session", ref, param="session")
    return account.sessions[ref]


def intent_of(account: Account, ref: str, *, param: str = "intent") -> Intent:
    """The payment intent with this id, or Stripe's 404."""
    if ref not in account.intents:
        raise no_such("payment_intent", ref, param=param)
    return account.intents[ref]


def charge_of(account: Account, ref: str, *, param: str = "id") -> Charge:
    """The charge with this id, or Stripe's 404."""
    if ref not in account.charges:
        raise no_such("charge", ref, param=param)
    return account.charges[ref]


def look_up(account: Account, ref: str) -> Json | None:
    """Any object by its id, shown."""
    found: dict[str, Callable[[], Json]] = {
        SESSION: lambda: shown_session(account.sessions[ref]),
        INTENT: lambda: shown_intent(account.intents[ref]),
        CHARGE: lambda: shown_charge(account.charges[ref]),
        REFUND: lambda: shown_refund(account.refunds[ref]),
        ENTRY: lambda: shown_entry(account.entries[ref]),
    }
    return next((show() for prefix, show in found.items() if ref.startswith(prefix)), None)


def expanded(account: Account, answer: Json, paths: Iterable[str]) -> Json:
    """The answer with the objects at `paths` in place of their ids, e.g. `data.source`.

    Raises:
        Refusal: there is no such field, it is no reference, or the path is too deep.
    """
    for path in paths:
        names = path.split(".")
        if len(names) > DEEPEST:
            raise wrong_parameter(f"You cannot expand more than {DEEPEST} levels.", "expand")
        answer = _into(account, answer, names, path)
    return answer


def _into(account: Account, answer: Json, names: list[str], path: str) -> Json:
    name, *rest = names
    value = answer.get(name, 0)
    if isinstance(value, str):
        value = look_up(account, value) or 0
    if not isinstance(value, dict | list | NoneType):
        raise wrong_parameter(f"This property cannot be expanded ({path}).", "expand")
    if rest and isinstance(value, list):
        value = [_into(account, row, rest, path) for row in value]
    elif rest and isinstance(value, dict):
        value = _into(account, value, rest, path)
    return answer | {name: value}
