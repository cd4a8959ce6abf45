"""Which call answers at which address."""

from collections.abc import Mapping

from werkzeug.routing import Map, Rule

from standin.api import payments, records, refunds, sessions
from standin.api.call import Handler

GET = {
    "checkout/sessions": sessions.listed,
    "checkout/sessions/<ref>": sessions.retrieve,
    "payment_intents": payments.intents,
    "payment_intents/<ref>": payments.intent,
    "charges": payments.charges,
    "charges/<ref>": payments.charge,
    "refunds": refunds.listed,
    "refunds/<ref>": refunds.retrieve,
    "events": records.events,
    "events/<ref>": records.event,
    "balance_transactions": records.entries,
    "balance_transactions/<ref>": records.entry,
    "webhook_endpoints": records.endpoints,
    "webhook_endpoints/<ref>": records.endpoint,
}
POST = {
    "checkout/sessions": sessions.create,
    "checkout/sessions/<ref>/expire": sessions.expired,
    "refunds": refunds.create,
    "webhook_endpoints": records.create_endpoint,
}
DELETE = {"webhook_endpoints/<ref>": records.delete_endpoint}


def _rules(method: str, calls: Mapping[str, Handler]) -> list[Rule]:
    return [Rule(f"/v1/{path}", methods=[method], endpoint=handler) for path, handler in calls.items()]


ROUTES = Map([*_rules("GET", GET), *_rules("POST", POST), *_rules("DELETE", DELETE)])
