"""Sessions and refunds, made to end in any way, without a buyer or a bank."""

from standin.account import Account
from standin.control.said import Said, number, word
from standin.finding import session_of
from standin.objects import METHODS, Json, Session
from standin.paying import arrive, decline, delay, expire, go_astray, pay
from standin.refunding import fail, finish
from standin.refusals import no_such, not_possible
from standin.shapes.refund import shown as shown_refund
from standin.shapes.session import shown

BECOMES = ("paid", "processing", "failed", "declined", "expired")


def session(account: Account, said: Said) -> Json:
    """`id` `becomes` paid, processing, failed (for good), declined (the page stays open) or expired.

    Paid works on an expired one too: money that comes after all.
    """
    with account.lock:
        found = session_of(account, word(said, "id"))
        method = word(said, "method", choices=METHODS) if "method" in said else "alipay"
        becomes = word(said, "becomes", choices=BECOMES)
        if found.payment_status == "paid":
            raise not_possible("It is paid, and stays so.")
        _become(account, found, becomes, method)
        return shown(found)


def _become(account: Account, found: Session, becomes: str, method: str) -> None:
    intent = account.intents.get(found.intent_id or "")
    is_waiting = intent is not None and intent.status == "processing"
    if becomes == "paid":
        arrive(account, found) if is_waiting else pay(account, found, method)
    elif becomes == "failed":
        if not is_waiting:
            delay(account, found, method)
        go_astray(account, found)
    elif becomes == "expired":
        expire(account, found)
    else:
        {"processing": delay, "declined": decline}[becomes](account, found, method)


def amount(account: Account, said: Said) -> Json:
    """`session` gets `fen` instead of what it asked for, also when it is paid already."""
    with account.lock:
        found = session_of(account, word(said, "session"))
        found.arrives = number(said, "fen")
        intent = account.intents.get(found.intent_id or "")
        if intent is not None and intent.status == "succeeded":
            intent.amount_received = found.arrives
            account.charges[intent.charge_id or ""].amount = found.arrives
        return shown(found)


def refund(account: Account, said: Said) -> Json:
    """`id` `becomes` succeeded or failed."""
    with account.lock:
        found = account.refunds.get(word(said, "id"))
        if found is None:
            raise no_such("refund", word(said, "id"))
        becomes = word(said, "becomes", choices=("succeeded", "failed"))
        {"succeeded": finish, "failed": fail}[becomes](account, found)
        return shown_refund(found)


def refunds(account: Account, said: Said) -> Json:
    """From now on every refund `become`s pending, failed, or, by "", what it usually does."""
    with account.lock:
        account.refunds_become = word(said, "become", choices=("", "pending", "failed"))
        return {"become": account.refunds_become}
