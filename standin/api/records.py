"""Events, the account's statement, and addresses that want notices."""

import secrets

from standin.api.call import Call
from standin.fields import pairs, text, texts
from standin.objects import Endpoint, Json
from standin.refusals import no_such, wrong_parameter
from standin.shapes.record import shown_endpoint, shown_entry, shown_event


def event(call: Call) -> Json:
    """One event."""
    call.takes()
    if call.ref not in call.account.events:
        raise no_such("event", call.ref)
    return shown_event(call.account.events[call.ref])


def events(call: Call) -> Json:
    """All events, or those of one type."""
    return call.page(call.account.events, shown_event, "type")


def entry(call: Call) -> Json:
    """One line of the statement."""
    call.takes()
    if call.ref not in call.account.entries:
        raise no_such("balance_transaction", call.ref)
    return shown_entry(call.account.entries[call.ref])


def entries(call: Call) -> Json:
    """The statement, by default everything."""
    return call.page(call.account.entries, shown_entry, "type", "source")


def create_endpoint(call: Call) -> Json:
    """An address for notices, with its secret, which never shows again."""
    call.takes("url", "enabled_events", "description", "metadata")
    kinds = texts(call.fields, "enabled_events")
    if not kinds:
        raise wrong_parameter(
            "Missing required param: enabled_events.", "enabled_events", "parameter_missing"
        )
    secret = f"whsec_{secrets.token_hex(16)}"
    made = call.account.add_endpoint(text(call.fields, "url"), secret, kinds)
    made.description = text(call.fields, "description", "") or None
    made.metadata = pairs(call.fields, "metadata")
    return shown_endpoint(made, with_secret=True)


def endpoint(call: Call) -> Json:
    """One address."""
    call.takes()
    return shown_endpoint(_endpoint(call))


def endpoints(call: Call) -> Json:
    """All addresses."""
    return call.page(call.account.endpoints, shown_endpoint)


def delete_endpoint(call: Call) -> Json:
    """Sends it no more notices."""
    call.takes()
    gone = call.account.endpoints.pop(_endpoint(call).id)
    return {"id": gone.id, "object": "webhook_endpoint", "deleted": True}


def _endpoint(call: Call) -> Endpoint:
    if call.ref not in call.account.endpoints:
        raise no_such("webhook_endpoint", call.ref)
    return call.account.endpoints[call.ref]
