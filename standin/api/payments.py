"""Payment intents and charges: read and listed."""

from standin.api.call import Call
from standin.finding import charge_of, intent_of
from standin.objects import Json
from standin.shapes.payment import shown_charge, shown_intent


def intent(call: Call) -> Json:
    """One payment."""
    call.takes()
    return shown_intent(intent_of(call.account, call.ref))


def intents(call: Call) -> Json:
    """All payments."""
    return call.page(call.account.intents, shown_intent)


def charge(call: Call) -> Json:
    """One try to take the money."""
    call.takes()
    return shown_charge(charge_of(call.account, call.ref))


def charges(call: Call) -> Json:
    """All tries, or those of one payment."""
    return call.page(call.account.charges, shown_charge, "payment_intent")
