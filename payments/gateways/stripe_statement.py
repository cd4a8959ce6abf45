"""What moved on the Stripe account on one Shanghai day, for comparison with our own books."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import stripe
from stripe import BalanceTransaction, Charge, Refund

from common.clock import start_of
from payments.gateways.base import StatementKind, StatementLine
from payments.gateways.stripe_errors import our_errors
from payments.gateways.stripe_money import from_minor

KINDS: dict[str, StatementKind] = {
    "charge": "payment",
    "payment": "payment",
    "refund": "refund",
    "payment_refund": "refund",
    "refund_failure": "refund_failed",
    "payment_failure_refund": "refund_failed",
}


def lines_of(client: stripe.StripeClient, day: date) -> tuple[StatementLine, ...]:
    """Every balance transaction of the day, earliest first, page by page."""
    with our_errors():
        return tuple(sorted(_lines(client, day), key=lambda line: (line.occurred_at, line.entry_ref)))


def _lines(client: stripe.StripeClient, day: date) -> Iterator[StatementLine]:
    first, after = start_of(day), start_of(day + timedelta(days=1))
    page = client.v1.balance_transactions.list(
        {
            "created": {"gte": int(first.timestamp()), "lt": int(after.timestamp())},
            "limit": 100,
            "expand": ["data.source"],
        }
    )
    for entry in page.auto_paging_iter():
        yield _line(entry)


def _line(entry: BalanceTransaction) -> StatementLine:
    source = entry.source
    payment_ref = refund_ref = ""
    amount, currency = entry.amount, entry.currency
    if isinstance(source, Charge | Refund):
        # As the buyer paid it; the entry itself may be in the currency of the account.
        sign = -1 if entry.amount < 0 else 1
        amount, currency = sign * source.amount, source.currency
        payment_ref = _id(source.payment_intent)
        refund_ref = source.id if isinstance(source, Refund) else ""
    return StatementLine(
        entry_ref=entry.id,
        kind=KINDS.get(entry.type, "other"),
        payment_ref=payment_ref,
        refund_ref=refund_ref,
        amount=from_minor(amount, currency),
        currency=currency.upper(),
        settled=from_minor(entry.amount, entry.currency),
        fee=from_minor(entry.fee, entry.currency),
        settled_currency=entry.currency.upper(),
        occurred_at=datetime.fromtimestamp(entry.created, tz=UTC),
    )


def _id(thing: object) -> str:
    return thing if isinstance(thing, str) else str(getattr(thing, "id", ""))
