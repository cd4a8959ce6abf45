"""The clock, the account's methods, and faults."""

from datetime import datetime

from standin.account import Account
from standin.control.said import Said, number, word
from standin.objects import METHODS, Json
from standin.refusals import wrong_parameter


def clock(account: Account, said: Said) -> Json:
    """Stops the clock `at` a moment (ISO, with its zone), or moves it by `seconds`."""
    with account.lock:
        if "at" in said:
            account.clock.stop_at(_moment(word(said, "at")))
        else:
            account.clock.move(number(said, "seconds"))
        return {"now": account.clock.now()}


def methods(account: Account, said: Said) -> Json:
    """What the account offers from now on; sessions leave the others out without a word."""
    names = said.get("methods")
    if not isinstance(names, list) or not set(names) <= set(METHODS):
        raise wrong_parameter(f"methods must be some of {', '.join(METHODS)}.", "methods")
    with account.lock:
        account.methods = tuple(name for name in METHODS if name in names)
        return {"methods": list(account.methods)}


def fail(account: Account, said: Said) -> Json:
    """The next `count` requests fail with `status`, before anything is done."""
    with account.lock:
        account.faults.failing, account.faults.status = number(said, "count", 1), number(said, "status", 500)
        return {}


def lose(account: Account, said: Said) -> Json:
    """The next `count` requests (of one `method`, or any) are done, and their answers get lost."""
    with account.lock:
        account.faults.method = word(said, "method")
        account.faults.losing = number(said, "count", 1)
        return {}


def forget_keys(account: Account, said: Said) -> Json:
    """Forgets every idempotency key, as Stripe does after about a day."""
    with account.lock:
        forgotten = len(account.kept)
        account.kept.clear()
        return {"forgotten": forgotten}


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise wrong_parameter("at must be a moment in ISO format.", "at") from None
    if moment.tzinfo is None:
        raise wrong_parameter("at must say its zone.", "at")
    return moment
