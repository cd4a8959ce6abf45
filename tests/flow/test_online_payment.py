"""Paying online from the order to the receipt: through the real client, the stand-in's page and its notices."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from pytest_django.fixtures import Settings

from common.clock import local_day
from common.errors import DomainError
from flow.hear_notice import process_notice
from income.prove import prove
from messages.models import OutboxMessage
from orders.models import Placement
from payments.gateways.base import GatewayUnreachable
from payments.models import PaymentAttempt, Problem, ProviderEvent, Receipt
from standin.testing import Standin
from tests.flow.online import Buyer, hear, ordered, store, store_changed
from tests.flow.test_story import NOW
from tests.gateways.asking import raw

COMPLETED = "checkout.session.completed"
MARCH = datetime(2027, 3, 31, 15, 50, tzinfo=UTC)  # 23:50 in Shanghai


@pytest.fixture
def without_freight(settings: Settings) -> None:
    free = {"first_kg": Decimal(0), "further_kg": Decimal(0), "free_over": None}
    settings.FREIGHT_TEMPLATES = {"normal": free, "cold": free}


@pytest.mark.parametrize("method", ["card", "alipay", "wechat_pay"])
def test_paid_and_heard_by_notice(buyer: Buyer, standin: Standin, method: str) -> None:
    buyer.pays(method=method)
    assert hear(standin, COMPLETED) == "paid"
    receipt = Receipt.objects.get()
    assert (receipt.amount, receipt.method, receipt.received_at) == (Decimal("36.00"), method, NOW)
    assert receipt.provider_ref.startswith("pi_")
    assert (buyer.placement.state, buyer.attempt.state) == ("open", "paid")
    assert OutboxMessage.objects.filter(template="paid").count() == 1
    assert prove() == []


def test_paid_and_found_by_asking(buyer: Buyer) -> None:
    buyer.pays()
    assert [buyer.comes_back(), buyer.comes_back()] == ["paid", "paid"]
    assert (Receipt.objects.get().amount, buyer.placement.state) == (Decimal("36.00"), "open")
    assert prove() == []


def test_b018_going_to_pay_again_leads_to_the_same_page(buyer: Buyer) -> None:
    assert buyer.goes_to_pay() == buyer.goes_to_pay()
    buyer.pays()
    buyer.comes_back()
    with pytest.raises(DomainError, match="nothing_to_pay"):
        buyer.goes_to_pay()


def test_a_declined_card_leaves_the_order_to_be_paid_another_way(buyer: Buyer, standin: Standin) -> None:
    buyer.pays("failure", method="card")
    assert hear(standin, "payment_intent.payment_failed") == "nothing to fetch"
    assert buyer.comes_back() == "open"
    buyer.pays(method="wechat_pay")
    assert buyer.comes_back() == "paid"
    assert PaymentAttempt.objects.count() == 1


def test_a_reply_lost_at_the_start_is_healed_by_the_notice(buyer: Buyer, standin: Standin) -> None:
    standin.control("lose", {"count": 3})
    with pytest.raises(GatewayUnreachable):
        buyer.goes_to_pay()
    assert buyer.attempt.provider_ref is None
    (session,) = raw(standin.url, "checkout/sessions").json()["data"]
    standin.control("session", {"id": session["id"], "becomes": "paid"})
    assert hear(standin, COMPLETED) == "paid"
    assert (buyer.placement.state, Receipt.objects.count()) == ("open", 1)


def test_a_provider_that_refuses_is_a_provider_that_is_not_there(buyer: Buyer, standin: Standin) -> None:
    standin.control("fail", {"count": 1, "status": 401})
    with pytest.raises(GatewayUnreachable):
        buyer.goes_to_pay()
    assert (buyer.attempt.state, buyer.placement.state) == ("open", "awaiting_payment")
    buyer.pays()
    assert buyer.comes_back() == "paid"


def test_b021_a_failure_after_the_success_changes_nothing(buyer: Buyer, standin: Standin) -> None:
    buyer.pays("failure", method="card")
    buyer.pays()
    assert hear(standin, COMPLETED) == "paid"
    # The older notice comes last, and one that even claims that the session failed.
    hear(standin, "payment_intent.payment_failed")
    event_id = store_changed(
        standin, {"kind": COMPLETED}, (COMPLETED, "checkout.session.async_payment_failed")
    )
    assert event_id is not None
    process_notice(event_id, now=NOW)
    assert (buyer.placement.state, buyer.attempt.state, Receipt.objects.count()) == ("open", "paid", 1)
    assert sorted(ProviderEvent.objects.values_list("kind", "state")) == [
        ("checkout.session.async_payment_failed", "done"),
        (COMPLETED, "done"),
        ("payment_intent.payment_failed", "done"),
    ]


SLOW = [COMPLETED, "checkout.session.async_payment_succeeded"]


@pytest.mark.parametrize("kinds", [SLOW, SLOW[::-1]])
def test_b021_two_notices_of_the_same_second_in_both_orders(
    buyer: Buyer, standin: Standin, kinds: list[str]
) -> None:
    buyer.pays("slow")
    buyer.provider_says("paid")
    for kind in kinds:
        hear(standin, kind)
    assert set(ProviderEvent.objects.values_list("stamped_at", flat=True)) == {NOW}
    assert (buyer.placement.state, Receipt.objects.count()) == ("open", 1)


def test_b021_the_late_failure_of_an_earlier_try_leaves_the_paid_one_alone(
    buyer: Buyer, standin: Standin
) -> None:
    buyer.pays("slow")
    first = buyer.attempt
    buyer.provider_says("failed")
    assert buyer.comes_back() == "failed"
    buyer.pays()
    assert buyer.comes_back() == "paid"
    assert hear(standin, "checkout.session.async_payment_failed") == "failed"
    states = PaymentAttempt.objects.order_by("pk").values_list("pk", "state")
    assert list(states) == [(first.pk, "failed"), (buyer.attempt.pk, "paid")]
    assert (buyer.placement.state, Receipt.objects.count()) == ("open", 1)


def test_b022_back_before_the_notice_it_is_on_its_way_and_then_paid(buyer: Buyer, standin: Standin) -> None:
    address = buyer.goes_to_pay()
    buyer.pays("slow")
    assert [buyer.comes_back(), buyer.comes_back()] == ["processing", "processing"]
    assert buyer.goes_to_pay() == address
    assert buyer.placement.state == "awaiting_payment"
    buyer.provider_says("paid")
    later = NOW + timedelta(minutes=3)
    standin.control("clock", {"at": later.isoformat()})
    assert hear(standin, "checkout.session.async_payment_succeeded", now=later) == "paid"
    assert (buyer.placement.state, Receipt.objects.count()) == ("open", 1)


def test_b027_one_fen_for_an_order_of_a_hundred_is_flagged_and_pays_nothing(
    standin: Standin, db: None, without_freight: None
) -> None:
    buyer = Buyer(standin, ordered("1.00"))
    buyer.goes_to_pay()
    standin.control("amount", {"session": buyer.attempt.provider_ref, "fen": 1})
    buyer.pays()
    assert hear(standin, COMPLETED) == "mismatch"
    assert ProviderEvent.objects.get().state == "odd"
    assert (buyer.placement.state, buyer.attempt.state) == ("awaiting_payment", "open")
    assert (Receipt.objects.count(), Problem.objects.get().kind) == (0, "amount_mismatch")


def test_b027_one_fen_for_an_order_of_one_fen_pays_it(
    standin: Standin, db: None, without_freight: None
) -> None:
    buyer = Buyer(standin, ordered("0.01"))
    buyer.pays()
    assert hear(standin, COMPLETED) == "paid"
    assert Receipt.objects.get().amount == Decimal("0.01")


def test_b027_a_notice_with_another_orders_number_touches_nothing(buyer: Buyer, standin: Standin) -> None:
    buyer.pays()
    ref, number = str(buyer.attempt.provider_ref), buyer.placement.number
    for change in ((ref, "cs_test_of_somebody_else"), (number, "YX000000000000")):
        event_id = store_changed(standin, {"kind": COMPLETED}, change)
        assert event_id is not None
    before = Placement.objects.values_list("state", "paid_at").get()
    first, second = ProviderEvent.objects.order_by("pk")
    process_notice(first.pk, now=NOW)
    assert Placement.objects.values_list("state", "paid_at").get() == before
    assert Problem.objects.get().kind == "unknown_order"
    # The number is not what names the payment: the session is, and it was paid.
    process_notice(second.pk, now=NOW)
    assert Receipt.objects.get().attempt_id == buyer.attempt.pk


def test_b028_the_payment_keeps_its_first_day(standin: Standin, db: None) -> None:
    standin.control("clock", {"at": MARCH.isoformat()})
    buyer = Buyer(standin, ordered(now=MARCH))
    buyer.pays(now=MARCH)
    assert hear(standin, COMPLETED, now=MARCH) == "paid"
    april = MARCH + timedelta(minutes=20)
    standin.control("clock", {"at": april.isoformat()})
    assert hear(standin, COMPLETED, now=april) == "stored before"
    assert hear(standin, "payment_intent.succeeded", now=april) == "nothing to fetch"
    assert buyer.comes_back(april) == "paid"
    assert Receipt.objects.get().received_at == MARCH
    assert local_day(Receipt.objects.get().received_at) == date(2027, 3, 31)


def test_b028_heard_of_a_day_late_it_is_still_of_the_day_it_came(standin: Standin, db: None) -> None:
    standin.control("clock", {"at": MARCH.isoformat()})
    buyer = Buyer(standin, ordered(now=MARCH))
    buyer.pays(now=MARCH)
    april = MARCH + timedelta(minutes=20)
    standin.control("clock", {"at": april.isoformat()})
    assert hear(standin, COMPLETED, now=april) == "paid"
    assert local_day(Receipt.objects.get().received_at) == date(2027, 3, 31)


def test_a_notice_waits_while_the_provider_does_not_answer(buyer: Buyer, standin: Standin) -> None:
    buyer.pays()
    event_id = store(standin, {"kind": COMPLETED})
    assert event_id is not None
    standin.control("fail", {"count": 3})
    with pytest.raises(GatewayUnreachable):
        process_notice(event_id, now=NOW)
    assert ProviderEvent.objects.get().state == "new"
    process_notice(event_id, now=NOW)
    assert (ProviderEvent.objects.get().state, Receipt.objects.count()) == ("done", 1)
