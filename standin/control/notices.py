"""Notices held, let go in another order, lost, repeated, or signed long ago."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

from standin.account import Account
from standin.control.said import Said, event_of, number, word
from standin.objects import Json
from standin.refusals import not_possible

MOST_AT_ONCE = 20


def hold(account: Account, said: Said) -> Json:
    """Keeps every notice back until it is released."""
    account.post.is_holding = True
    return {}


def release(account: Account, said: Said) -> Json:
    """Sends what is held, all or one `kind`; `reversed` lets the last go first."""
    is_reversed = said.get("reversed") is True
    return {"released": account.post.release(is_reversed=is_reversed, kind=word(said, "kind"))}


def drop(account: Account, said: Said) -> Json:
    """Throws away what is held; with `next`, also that many to come."""
    account.post.to_drop = number(said, "next", 0)
    return {"dropped": account.post.drop_held()}


def age(account: Account, said: Said) -> Json:
    """Signs every notice as of so many `seconds` ago; negative is in the future, 0 is as usual."""
    account.post.seconds_old = number(said, "seconds")
    return {}


def repeat(account: Account, said: Said) -> Json:
    """Sends an event again, `times` at the same moment, and tells what each was answered with."""
    times, seconds_old = min(number(said, "times", 1), MOST_AT_ONCE), number(said, "seconds_old", 0)
    with account.lock:
        event, endpoints = event_of(account, said), list(account.endpoints.values())
    # Without the lock: whoever takes a notice asks us back at once.
    with ThreadPoolExecutor(max_workers=MOST_AT_ONCE) as pool:
        tries = [
            pool.submit(account.post.deliver, event, endpoint, seconds_old=seconds_old)
            for endpoint in endpoints
            for _ in range(times)
        ]
        return {"event": event.id, "statuses": [one.result() for one in tries]}


def signed(account: Account, said: Said) -> Json:
    """An event as it would be sent: `body` and `signature`, with `secret` or that of the first address."""
    with account.lock:
        event, endpoints = event_of(account, said), list(account.endpoints.values())
        secret = word(said, "secret") or (endpoints[0].secret if endpoints else "")
    if not secret:
        raise not_possible("No address wants notices, so there is no secret to sign with.")
    body, header = account.post.signed(event, secret, seconds_old=number(said, "seconds_old", 0))
    return {"event": event.id, "body": body.decode(), "signature": header}


def tries(account: Account, said: Said) -> Json:
    """Every try to deliver a notice, oldest first."""
    return {"tries": [asdict(one) for one in account.post.tries]}


def wait(account: Account, said: Said) -> Json:
    """Answers when nothing is due any more: refunds are through, notices are delivered."""
    seconds = number(said, "seconds", 5)
    is_idle = account.later.wait_until_idle(seconds) and account.post.round.wait_until_idle(seconds)
    return {"idle": is_idle}
