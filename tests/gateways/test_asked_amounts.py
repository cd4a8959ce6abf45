"""Stripe is asked for exactly the fen of the order; no personal data goes along."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from payments.gateways.base import GatewayRefused, PayLine, StartPayment
from payments.gateways.stripe_session import session_params

ATTEMPT = UUID("11111111-1111-4111-8111-111111111111")


def asking(amount: str, *, lines: str | None = None) -> StartPayment:
    return StartPayment(
        attempt_key=ATTEMPT,
        order_number="YX1",
        amount=Decimal(amount),
        currency="CNY",
        lines=(PayLine(title="湛江菠萝", quantity=1, unit_amount=Decimal(lines or amount)),),
        freight=Decimal("0.00"),
        return_url="http://127.0.0.1/r",
        cancel_url="http://127.0.0.1/c",
        expires_at=datetime(2026, 11, 25, 8, tzinfo=UTC),
        language="zh-hans",
    )


@pytest.mark.parametrize(
    ("yuan", "fen"),
    [("17.90", 1790), ("8.20", 820), ("0.29", 29), ("1.15", 115), ("4.35", 435), ("1129.60", 112960)],
)
def test_b026_yuan_becomes_fen_exactly(yuan: str, fen: int) -> None:
    (item,) = session_params(asking(yuan), ("card",))["line_items"]
    assert item["price_data"]["unit_amount"] == fen


def test_lines_that_do_not_sum_are_refused() -> None:
    with pytest.raises(GatewayRefused, match="lines_do_not_sum"):
        session_params(asking("17.90", lines="17.89"), ("card",))


def test_the_removed_parameter_is_not_sent() -> None:
    params = session_params(asking("17.90"), ("card", "alipay", "wechat_pay"))
    assert "payment_method_types" not in params
    assert params["allowed_payment_method_types"] == ["card", "alipay", "wechat_pay"]
    assert params["metadata"] == {"attempt": str(ATTEMPT), "order": "YX1"}
