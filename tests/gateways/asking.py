"""What the tests of the gateway ask for, and how a buyer pays."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import requests

from payments.gateways.base import PayLine, RefundRequest, StartPayment
from payments.gateways.stripe_gateway import StripeGateway

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
SECRET = "whsec_for_tests_only"


def asking(
    amount: str = "17.90",
    *,
    key: UUID | None = None,
    lines: tuple[PayLine, ...] = (),
    freight: str = "0.00",
    language: str = "zh-hans",
) -> StartPayment:
    """A payment to start; one line of the whole amount unless told otherwise."""
    return StartPayment(
        attempt_key=key or uuid4(),
        order_number="YX1",
        amount=Decimal(amount),
        currency="CNY",
        lines=lines or (PayLine(title="湛江菠萝", quantity=1, unit_amount=Decimal(amount)),),
        freight=Decimal(freight),
        return_url="http://127.0.0.1/r?s={CHECKOUT_SESSION_ID}",
        cancel_url="http://127.0.0.1/c",
        expires_at=NOW + timedelta(minutes=30),
        language=language,
    )


def giving_back(payment_ref: str, amount: str, *, key: UUID | None = None) -> RefundRequest:
    """A refund to make."""
    return RefundRequest(key or uuid4(), payment_ref, Decimal(amount), "CNY", reason="坏果")


def choose(redirect_url: str, outcome: str, method: str = "alipay") -> requests.Response:
    """What a buyer does on the pay page."""
    return requests.post(
        redirect_url, data={"outcome": outcome, "method": method}, allow_redirects=False, timeout=5
    )


def paid(gateway: StripeGateway, amount: str = "17.90") -> str:
    """The reference of a payment that has arrived."""
    started = gateway.start(asking(amount))
    choose(started.redirect_url, "success")
    return gateway.fetch(started.provider_ref).payment_ref


def raw(gateway_url: str, path: str, **fields: Any) -> requests.Response:
    """A GET past the client, to see what is really there."""
    return requests.get(
        f"{gateway_url}/v1/{path}", params=fields, headers={"Authorization": "Bearer sk_test_x"}, timeout=5
    )
