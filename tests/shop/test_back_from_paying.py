"""Back from the provider's page: nothing is called failed while nobody knows, and nobody pays twice."""

from decimal import Decimal

import pytest
from django.test import Client

from orders.models import Placement
from payments.models import PaymentAttempt, Receipt
from tests.shop.conftest import Shop, confirmed, put
from tests.shop.provider import PAY_PAGE, Provider


@pytest.fixture
def placement(client: Client, shop: Shop, provider: Provider) -> Placement:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client, method="stripe"))
    made = Placement.objects.get()
    assert client.post(f"/o/{made.token}/pay/")["Location"] == PAY_PAGE
    return made


def page_of(client: Client, placement: Placement, place: str = "") -> str:
    return client.get(f"/o/{placement.token}/{place}", follow=True).content.decode()


@pytest.mark.parametrize("unknown", ["away", "open", "processing"])
def test_b022_back_before_the_notice_the_page_says_confirming_and_turns_by_itself(
    client: Client, placement: Placement, provider: Provider, unknown: str
) -> None:
    provider.state = unknown
    for _ in range(2):  # and after a refresh
        page = page_of(client, placement, "return/")
        assert "正在确认付款" in page
        assert "继续支付" not in page
        assert "没有应答" not in page
        assert f"/o/{placement.token}/pay/" not in page
    assert Receipt.objects.count() == 0
    provider.state = "paid"
    answer = client.get(f"/o/{placement.token}/state.json")
    assert answer.json() == {"state": "open"}  # no notice ever came
    assert Receipt.objects.get().amount == Decimal("42.10")
    page = page_of(client, placement, "return/")
    assert "已支付" in page
    assert "继续支付" not in page


def test_b022_a_waiting_page_asks_the_provider_now_and_then_only(
    client: Client, placement: Placement, provider: Provider
) -> None:
    first = client.get(f"/o/{placement.token}/state.json").json()
    provider.state = "paid"
    second = client.get(f"/o/{placement.token}/state.json").json()
    assert first == second == {"state": "awaiting_payment"}
    assert Receipt.objects.count() == 0


def test_a_failed_try_is_no_doubt_and_may_be_made_again(
    client: Client, placement: Placement, provider: Provider
) -> None:
    provider.state = "failed"
    page = page_of(client, placement, "return/")
    assert "继续支付" in page
    assert "正在确认付款" not in page


def test_b018_after_paying_pressing_pay_again_asks_for_nothing(
    client: Client, placement: Placement, provider: Provider
) -> None:
    provider.state = "paid"
    page_of(client, placement, "return/")
    page = client.post(f"/o/{placement.token}/pay/", follow=True).content.decode()
    assert "已支付" in page
    assert "这个订单现在不需要付款。" in page
    assert len(provider.begun) == 1
    assert PaymentAttempt.objects.get().state == "paid"


def test_b018_back_before_paying_the_order_waits_and_leads_to_the_same_session(
    client: Client, placement: Placement, provider: Provider
) -> None:
    page = page_of(client, placement)
    assert "待付款" in page
    assert "继续支付 ¥42.10" in page
    assert "吴阳香蕉" in page
    assert client.post(f"/o/{placement.token}/pay/")["Location"] == PAY_PAGE
    assert len(provider.begun) == 1


def test_a_provider_that_is_away_leaves_the_order_to_be_paid_later(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client, method="stripe"))
    placement = Placement.objects.get()
    page = client.post(f"/o/{placement.token}/pay/", follow=True).content.decode()
    assert "支付平台暂时没有应答，订单还在，请过一会儿再试。" in page
    assert "继续支付" in page
    assert PaymentAttempt.objects.get().state == "open"
