"""What is written down: statement lines, events, addresses for notices; and pages of anything."""

from collections.abc import Sequence

from standin.objects import Endpoint, Entry, Event, Json
from standin.shapes import CURRENCY

# The version of the interface that the stand-in speaks; the SDK's own is held against it by a test.
API_VERSION = "2026-10-28.endive"
CATEGORY = {"charge": "charge", "refund": "refund", "refund_failure": "refund_failure"}


def shown_entry(entry: Entry) -> Json:
    """A line of the account's statement."""
    fee = {"amount": entry.fee, "application": None, "currency": CURRENCY, "type": "stripe_fee"}
    return {
        "id": entry.id,
        "object": "balance_transaction",
        "amount": entry.amount,
        "available_on": entry.created,
        "balance_type": "payments",
        "created": entry.created,
        "currency": CURRENCY,
        "description": entry.description,
        "exchange_rate": None,
        "fee": entry.fee,
        "fee_details": [fee | {"description": "Stand-in fee"}] if entry.fee else [],
        "net": entry.amount - entry.fee,
        "reporting_category": CATEGORY[entry.kind],
        "source": entry.source_id,
        "status": "available",
        "type": entry.kind,
    }


def shown_event(event: Event) -> Json:
    """A notice. The object in it is as it was then, not as it is."""
    return {
        "id": event.id,
        "object": "event",
        "api_version": API_VERSION,
        "created": event.created,
        "data": {"object": event.about},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "type": event.kind,
    }


def shown_endpoint(endpoint: Endpoint, *, with_secret: bool = False) -> Json:
    """An address that wants notices; its secret shows once, when it is made."""
    answer: Json = {
        "id": endpoint.id,
        "object": "webhook_endpoint",
        "api_version": API_VERSION,
        "application": None,
        "created": endpoint.created,
        "description": endpoint.description,
        "enabled_events": list(endpoint.kinds),
        "livemode": False,
        "metadata": endpoint.metadata,
        "status": "enabled",
        "url": endpoint.url,
    }
    return answer | ({"secret": endpoint.secret} if with_secret else {})


def shown_page(rows: Sequence[Json], *, url: str, has_more: bool) -> Json:
    """A page of a list."""
    return {"object": "list", "data": list(rows), "has_more": has_more, "url": url}
