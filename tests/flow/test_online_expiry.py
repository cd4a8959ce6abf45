"""The time to pay is over while a buyer is at the provider: nothing is sold twice, and no yuan is lost."""

from datetime import timedelta
from decimal import Decimal

import pytest

from clock.tasks import expire_orders
from common.audit import DEMO
from common.errors import DomainError
from flow.cancel import cancel_unpaid
from flow.expire import expire
from flow.send_refund import send_refund
from income.prove import prove
from orders.models import Placement
from payments.gateways.base import GatewayUnreachable
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from standin.testing import Standin
from tests.flow.online import Buyer, hear
from tests.flow.test_story import NOW
from tests.gateways.asking import raw
from vendors.partner.models import StockRecord

OVER = NOW + timedelta(minutes=30)


def held() -> int:
    return StockRecord.objects.values_list("num_allocated", flat=True).get()


def session_status(buyer: Buyer, attempt: PaymentAttempt) -> str:
    return str(raw(buyer.standin.url, f"checkout/sessions/{attempt.provider_ref}").json()["status"])


def test_an_unpaid_order_expires_after_its_page_is_closed(buyer: Buyer) -> None:
    buyer.goes_to_pay()
    assert expire(order_id=buyer.placed.order_id, now=OVER) is True
    assert (buyer.placement.state, buyer.attempt.state, held()) == ("expired", "closed", 0)
    assert session_status(buyer, buyer.attempt) == "expired"
    assert buyer.comes_back() == "closed"


def test_before_its_time_nothing_is_given_back(buyer: Buyer) -> None:
    assert expire(order_id=buyer.placed.order_id, now=OVER - timedelta(seconds=1)) is False
    assert (buyer.placement.state, held()) == ("awaiting_payment", 1)


def test_a_session_found_paid_counts_as_paid(buyer: Buyer) -> None:
    buyer.pays()
    assert expire(order_id=buyer.placed.order_id, now=OVER) is False
    assert (buyer.placement.state, buyer.attempt.state, held()) == ("open", "paid", 1)
    assert Receipt.objects.get().received_at == NOW
    assert prove() == []


def test_money_on_its_way_is_waited_for(buyer: Buyer, standin: Standin) -> None:
    buyer.pays("slow")
    assert expire(order_id=buyer.placed.order_id, now=OVER) is False
    assert (buyer.placement.state, buyer.attempt.state, held()) == ("awaiting_payment", "processing", 1)
    buyer.provider_says("paid")
    assert hear(standin, "checkout.session.async_payment_succeeded") == "paid"
    assert (buyer.placement.state, held()) == ("open", 1)


def test_money_that_never_came_lets_the_order_expire(buyer: Buyer) -> None:
    buyer.pays("slow")
    buyer.provider_says("failed")
    assert expire(order_id=buyer.placed.order_id, now=OVER) is True
    assert (buyer.placement.state, held()) == ("expired", 0)


def test_a_wrong_amount_is_flagged_and_the_goods_go_back_on_sale(buyer: Buyer, standin: Standin) -> None:
    buyer.goes_to_pay()
    standin.control("amount", {"session": buyer.attempt.provider_ref, "fen": 1})
    buyer.pays()
    assert expire(order_id=buyer.placed.order_id, now=OVER) is True
    assert (buyer.placement.state, held(), Receipt.objects.count()) == ("expired", 0, 0)
    assert Problem.objects.get().kind == "amount_mismatch"


@pytest.mark.parametrize("fault", [{"count": 3, "status": 500}, {"count": 1, "status": 401}])
def test_while_nobody_says_that_it_is_closed_the_order_stays(
    buyer: Buyer, standin: Standin, fault: dict[str, int]
) -> None:
    buyer.goes_to_pay()
    standin.control("fail", fault)
    with pytest.raises(GatewayUnreachable):
        expire(order_id=buyer.placed.order_id, now=OVER)
    assert (buyer.placement.state, buyer.attempt.state, held()) == ("awaiting_payment", "open", 1)
    assert expire(order_id=buyer.placed.order_id, now=OVER) is True


def test_a_session_that_nobody_knows_does_not_hold_the_goods_for_ever(
    buyer: Buyer, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    buyer.goes_to_pay()
    standin.control("reset")
    monkeypatch.setattr("clock.tasks.timezone.now", lambda: OVER)
    assert expire_orders() == 1
    assert (buyer.placement.state, held()) == ("expired", 0)
    problem = Problem.objects.get()
    assert (problem.kind, problem.order_id) == ("gateway_silent", buyer.placed.order_id)


def test_b024_a_late_success_reopens_the_order_while_stock_lasts(buyer: Buyer, standin: Standin) -> None:
    buyer.goes_to_pay()
    expire(order_id=buyer.placed.order_id, now=OVER)
    buyer.provider_says("paid")
    assert hear(standin, "checkout.session.completed") == "reopened"
    assert (buyer.placement.state, held(), Refund.objects.count()) == ("open", 1, 0)
    assert prove() == []


def test_b024_a_late_success_without_stock_is_given_back_to_the_last_fen(
    buyer: Buyer, standin: Standin
) -> None:
    buyer.goes_to_pay()
    expire(order_id=buyer.placed.order_id, now=OVER)
    StockRecord.objects.update(num_in_stock=0)
    buyer.provider_says("paid")
    assert hear(standin, "checkout.session.completed") == "given_back"
    refund = Refund.objects.get()
    assert (refund.amount, refund.kind, refund.is_manual) == (Decimal("36.00"), "unplaced", False)
    assert Problem.objects.get().kind == "late_payment"
    assert send_refund(refund_key=refund.key, now=OVER) == "pending"
    refund.refresh_from_db()
    standin.control("refund", {"id": refund.provider_ref, "becomes": "succeeded"})
    assert hear(standin, "refund.updated") == "succeeded"
    assert Refund.objects.get().state == "succeeded"
    assert (Placement.objects.get().state, held()) == ("expired", 0)
    (charge,) = raw(standin.url, "charges").json()["data"]
    assert (charge["amount"], charge["amount_refunded"]) == (3600, 3600)


def test_a_buyer_who_cancels_closes_the_page(buyer: Buyer) -> None:
    buyer.goes_to_pay()
    assert cancel_unpaid(order_id=buyer.placed.order_id, actor=DEMO, now=NOW) is True
    assert (buyer.placement.state, session_status(buyer, buyer.attempt)) == ("cancelled", "expired")


def test_a_buyer_who_cancels_after_paying_has_paid(buyer: Buyer) -> None:
    buyer.pays()
    assert cancel_unpaid(order_id=buyer.placed.order_id, actor=DEMO, now=NOW) is False
    assert (buyer.placement.state, buyer.attempt.state) == ("open", "paid")


def test_a_buyer_whose_money_is_on_its_way_does_not_cancel(buyer: Buyer) -> None:
    buyer.pays("slow")
    with pytest.raises(DomainError, match="payment_on_its_way"):
        cancel_unpaid(order_id=buyer.placed.order_id, actor=DEMO, now=NOW)
    assert (buyer.placement.state, buyer.attempt.state, held()) == ("awaiting_payment", "processing", 1)
