"""What control was told: a JSON object, read by kind."""

from collections.abc import Mapping
from typing import Any

from standin.account import Account
from standin.objects import Event
from standin.refusals import no_such, wrong_parameter

Said = Mapping[str, Any]


def number(said: Said, name: str, default: int | None = None) -> int:
    """A whole number."""
    value = said.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_parameter(f"{name} must be a whole number.", name)
    return value


def word(said: Said, name: str, *, choices: tuple[str, ...] = ()) -> str:
    """A text, one of the choices where there are any."""
    value = said.get(name, "")
    if not isinstance(value, str) or (choices and value not in choices):
        raise wrong_parameter(f"{name} must be {' or '.join(choices) or 'a text'}.", name)
    return value


def event_of(account: Account, said: Said) -> Event:
    """The newest event that fits `event` (an id), `kind` and `about` (the id of its object)."""
    ref, kind, about = word(said, "event"), word(said, "kind"), word(said, "about")
    for event in reversed(list(account.events.values())):
        if ref in {"", event.id} and kind in {"", event.kind} and about in {"", event.about["id"]}:
            return event
    raise no_such("event", ref or kind, param="event")
