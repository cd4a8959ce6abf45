"""What moved on the account, day by day as Shanghai has them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import requests

from payments.gateways.stripe_gateway import StripeGateway
from standin.testing import Standin
from tests.gateways.asking import giving_back, paid

DAY = date(2026, 11, 2)


def test_payments_and_refunds_of_a_day(gateway: StripeGateway, standin: Standin) -> None:
    payment_ref = paid(gateway, "50.00")
    refund = gateway.refund(giving_back(payment_ref, "1.15"))
    standin.control("refund", {"id": refund.provider_ref, "becomes": "failed"})
    lines = gateway.statement(DAY)
    assert sorted((line.kind, line.amount, line.fee, line.settled) for line in lines) == [
        ("payment", Decimal("50.00"), Decimal("1.70"), Decimal("50.00")),
        ("refund", Decimal("-1.15"), Decimal("0.00"), Decimal("-1.15")),
        ("refund_failed", Decimal("1.15"), Decimal("0.00"), Decimal("1.15")),
    ]
    assert {line.payment_ref for line in lines} == {payment_ref}
    assert {line.refund_ref for line in lines} == {"", refund.provider_ref}
    assert {(line.currency, line.settled_currency) for line in lines} == {("CNY", "CNY")}


def test_the_day_ends_at_shanghais_midnight(gateway: StripeGateway, standin: Standin) -> None:
    payment_ref = paid(gateway, "50.00")
    for second, amount in ((59, "1.00"), (60, "2.00")):
        moment = datetime(2026, 11, 2, 15, 59, 0, tzinfo=UTC) + timedelta(seconds=second)
        standin.control("clock", {"at": moment.isoformat()})
        gateway.refund(giving_back(payment_ref, amount))
    today, tomorrow = gateway.statement(DAY), gateway.statement(DAY + timedelta(days=1))
    assert [line.amount for line in today] == [Decimal("50.00"), Decimal("-1.00")]
    assert [line.amount for line in tomorrow] == [Decimal("-2.00")]


def test_a_day_longer_than_a_page_is_read_to_its_end(gateway: StripeGateway, standin: Standin) -> None:
    payment_ref = paid(gateway, "50.00")
    for _ in range(103):
        requests.post(
            f"{standin.url}/v1/refunds",
            data={"payment_intent": payment_ref, "amount": 1},
            headers={"Authorization": "Bearer sk_test_x"},
            timeout=5,
        )
    lines = gateway.statement(DAY)
    assert (len(lines), sum(line.settled for line in lines)) == (104, Decimal("48.97"))
