"""The link that opens an order goes to nobody else: neither in a Referer nor to the payment provider."""

import pytest
from django.test import Client

from orders.models import Placement
from payments.gateways.base import StartPayment
from tests.people import person
from tests.shop.conftest import Shop, confirmed, put
from tests.shop.provider import Provider


def test_an_orders_page_sends_its_address_nowhere(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    answer = client.post("/checkout/", confirmed(client), follow=True)
    assert answer.redirect_chain[-1][0].startswith("/o/")
    assert answer["Referrer-Policy"] == "strict-origin"


@pytest.fixture
def at_provider(client: Client, shop: Shop, provider: Provider) -> StartPayment:
    """What the provider was told when the buyer went to pay."""
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client, method="stripe"))
    client.post(f"/o/{Placement.objects.get().token}/pay/")
    return provider.begun[0]


def path(address: str) -> str:
    return address.removeprefix("http://testserver")


def test_the_provider_is_told_nothing_that_opens_the_order(at_provider: StartPayment) -> None:
    token = Placement.objects.get().token
    assert token not in str(at_provider)
    assert "/o/" not in str(at_provider)


def test_the_browser_that_went_to_pay_is_led_on(
    client: Client, provider: Provider, at_provider: StartPayment
) -> None:
    token = Placement.objects.get().token
    assert client.get(path(at_provider.cancel_url))["Location"] == f"/o/{token}/"
    provider.state = "paid"
    answer = client.get(path(at_provider.return_url), follow=True)
    assert [step[0] for step in answer.redirect_chain] == [f"/o/{token}/return/", f"/o/{token}/"]
    assert "已支付" in answer.content.decode()


def test_the_cookie_goes_to_that_address_only(client: Client, at_provider: StartPayment) -> None:
    cookie = client.cookies["yx_paying"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        path(at_provider.return_url),
        True,
        "Lax",
    )
    assert Placement.objects.get().token not in cookie.value


@pytest.mark.parametrize(
    ("state", "words"), [("paid", "已收到付款"), ("processing", "正在等付款结果"), ("open", "正在等付款结果")]
)
def test_another_browser_learns_whether_the_money_came_and_no_more(
    provider: Provider, at_provider: StartPayment, state: str, words: str
) -> None:
    provider.state = state
    placement = Placement.objects.get()
    for address in (at_provider.return_url, at_provider.cancel_url):
        answer = Client().get(path(address))
        assert answer.status_code == 200
        page = answer.content.decode()
        assert f"<h1>{words}</h1>" in page
        assert placement.number in page
        secrets = (
            placement.token,
            placement.mobile,
            placement.contact_name,
            placement.address_detail,
            "42.10",
        )
        assert [secret for secret in secrets if secret in page] == []


def test_a_closed_order_says_so(at_provider: StartPayment) -> None:
    Placement.objects.update(state="expired")
    page = Client().get(path(at_provider.return_url)).content.decode()
    assert "<h1>订单已关闭</h1>" in page


def test_the_signed_in_buyer_is_led_on_in_any_browser(at_provider: StartPayment) -> None:
    buyer, other = person("阿珍"), person("路人")
    placement = Placement.objects.get()
    Placement.objects.update(buyer=buyer)
    elsewhere = Client()
    elsewhere.force_login(other)
    assert elsewhere.get(path(at_provider.return_url)).status_code == 200
    elsewhere.force_login(buyer)
    assert elsewhere.get(path(at_provider.return_url))["Location"] == f"/o/{placement.token}/return/"


@pytest.mark.parametrize("forged", ["", "x", ":", "0.0"])
def test_a_made_up_address_or_cookie_opens_nothing(
    client: Client, at_provider: StartPayment, forged: str
) -> None:
    number = Placement.objects.get().number
    assert client.get(f"/paid/{number}{forged}/").status_code == 404
    elsewhere = Client()
    elsewhere.cookies["yx_paying"] = f"{number}:{forged}"
    assert elsewhere.get(path(at_provider.return_url)).status_code == 200
