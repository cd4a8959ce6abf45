"""A fault right after the payment: trying again ends with exactly one order and one receipt."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from common.audit import DEMO
from flow.confirm_payment import Outcome, confirm_payment
from flow.money import Money
from orders.models import Placement
from payments.models import Problem, Receipt
from tests.flow.test_story import pay, placed_order


@pytest.mark.django_db
def test_b016_a_worker_that_stops_in_between_leaves_nothing_half_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    placed = placed_order()

    def stopped(**_arguments: object) -> None:
        raise RuntimeError("the worker was stopped")

    with monkeypatch.context() as stopping:
        stopping.setattr("flow.confirm_payment.to_pack", stopped)
        with pytest.raises(RuntimeError):
            pay(placed)
    assert Receipt.objects.count() == 0
    assert pay(placed) == Outcome.PAID
    assert pay(placed) == Outcome.ALREADY
    assert (Receipt.objects.count(), Placement.objects.get().state) == (1, "open")


@pytest.mark.django_db
def test_b016_a_payment_without_an_order_stands_on_the_operators_list() -> None:
    money = Money(
        amount=Decimal("36.00"),
        currency="CNY",
        provider_ref="pi_lost",
        method="card",
        received_at=datetime(2026, 11, 2, tzinfo=UTC),
    )
    for _ in range(2):
        outcome = confirm_payment(attempt_key=uuid4(), money=money, actor=DEMO, now=money.received_at)
        assert outcome == Outcome.UNKNOWN
    assert Problem.objects.values_list("kind", "text").get() == ("unknown_order", "pi_lost ¥36.00")
