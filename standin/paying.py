"""What a buyer's try to pay does to a session, with the events Stripe would send, in its order."""

from standin.account import Account
from standin.ids import CHARGE, ENTRY, INTENT, new_id
from standin.objects import Charge, Entry, Event, Intent, Json, Session
from standin.refusals import not_possible
from standin.shapes.payment import shown_charge, shown_intent
from standin.shapes.session import shown

# The stand-in's price: 3.4 % of what is taken, cut to the fen.
FEE_PERMILLE = 34
DECLINED: Json = {
    "type": "card_error",
    "code": "card_declined",
    "decline_code": "generic_decline",
    "message": "Your payment was declined.",
}


def pay(account: Account, session: Session, method: str) -> None:
    """The money arrives at once."""
    intent = _intent(account, session)
    charge = _charge(account, session, intent, method)
    session.status, session.payment_status = "complete", "paid"
    _take(account, intent, charge)
    tell_session(account, session, "completed")


def decline(account: Account, session: Session, method: str) -> None:
    """The try fails; the page stays open for another."""
    intent = _intent(account, session)
    _refuse(account, intent, _charge(account, session, intent, method))


def delay(account: Account, session: Session, method: str) -> None:
    """The buyer is done, the money is on its way; later it arrives, or does not."""
    intent = _intent(account, session)
    _charge(account, session, intent, method)
    intent.status = "processing"
    session.status = "complete"
    account.tell("payment_intent.processing", shown_intent(intent))
    tell_session(account, session, "completed")
    if account.options.slow_seconds is not None:
        account.later.after(account.options.slow_seconds, lambda: _arrive_in_time(account, session))


def arrive(account: Account, session: Session) -> None:
    """Money that was on its way is here."""
    intent, charge = _waiting(account, session)
    session.payment_status = "paid"
    _take(account, intent, charge)
    tell_session(account, session, "async_payment_succeeded")


def go_astray(account: Account, session: Session) -> None:
    """Money that was on its way does not come."""
    _refuse(account, *_waiting(account, session))
    tell_session(account, session, "async_payment_failed")


def expire(account: Account, session: Session) -> None:
    """Nobody can pay here any more."""
    session.status = "expired"
    tell_session(account, session, "expired")


def tell_session(account: Account, session: Session, what: str) -> Event:
    """Sends word of a session."""
    return account.tell(f"checkout.session.{what}", shown(session))


def _arrive_in_time(account: Account, session: Session) -> None:
    with account.lock:
        if _is_waiting(account, session):
            arrive(account, session)


def _is_waiting(account: Account, session: Session) -> bool:
    return session.intent_id is not None and account.intents[session.intent_id].status == "processing"


def _waiting(account: Account, session: Session) -> tuple[Intent, Charge]:
    if session.intent_id is None or not _is_waiting(account, session):
        raise not_possible("No payment of this session is processing.")
    intent = account.intents[session.intent_id]
    return intent, account.charges[intent.charge_id or ""]


def _intent(account: Account, session: Session) -> Intent:
    if session.intent_id is not None:
        return account.intents[session.intent_id]
    intent = Intent(
        id=new_id(INTENT),
        created=account.clock.now(),
        amount=session.total,
        methods=session.methods,
        metadata=session.intent_metadata,
        description=session.description,
    )
    account.intents[intent.id] = intent
    session.intent_id = intent.id
    account.tell("payment_intent.created", shown_intent(intent))
    return intent


def _charge(account: Account, session: Session, intent: Intent, method: str) -> Charge:
    charge = Charge(
        id=new_id(CHARGE),
        created=account.clock.now(),
        intent_id=intent.id,
        amount=session.total if session.arrives is None else session.arrives,
        method=method,
        metadata=intent.metadata,
        description=intent.description,
        status="pending",
    )
    account.charges[charge.id] = charge
    intent.charge_id = charge.id
    return charge


def _take(account: Account, intent: Intent, charge: Charge) -> None:
    charge.status = "succeeded"
    fee = charge.amount * FEE_PERMILLE // 1000
    entry = Entry(
        new_id(ENTRY), account.clock.now(), "charge", charge.amount, fee, charge.id, charge.description
    )
    account.entries[entry.id] = entry
    charge.entry_id = entry.id
    intent.status, intent.amount_received, intent.error = "succeeded", charge.amount, None
    account.tell("charge.succeeded", shown_charge(charge))
    account.tell("payment_intent.succeeded", shown_intent(intent))


def _refuse(account: Account, intent: Intent, charge: Charge) -> None:
    charge.status, charge.failure_code = "failed", str(DECLINED["code"])
    charge.failure_message = str(DECLINED["message"])
    intent.status = "requires_payment_method"
    intent.error = DECLINED | {"charge": charge.id}
    account.tell("charge.failed", shown_charge(charge))
    account.tell("payment_intent.payment_failed", shown_intent(intent))
