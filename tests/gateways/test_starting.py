"""A payment starts once, whatever happens on the way."""

import logging
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
import requests
from babel.messages.catalog import Message

from payments.gateways.base import GatewayRefused, GatewayUnreachable, PayLine
from payments.gateways.stripe_client import StripeConfig
from payments.gateways.stripe_gateway import StripeGateway
from payments.gateways.stripe_session import session_params
from standin.testing import Standin
from tests.gateways.asking import asking, raw
from tools.messages.catalogue import ENGLISH, read


def sessions(standin: Standin) -> list[dict[str, object]]:
    return raw(standin.url, "checkout/sessions").json()["data"]


def test_a_session_is_opened_with_exact_fen(gateway: StripeGateway, standin: Standin) -> None:
    lines = (PayLine("香蕉", 2, Decimal("30.10")), PayLine("沙螺", 1, Decimal("19.95")))
    payment = asking("88.15", lines=lines, freight="8.00")
    started = gateway.start(payment)
    (session,) = sessions(standin)
    assert started.provider_ref == session["id"]
    assert started.redirect_url == f"{standin.url}/pay/{session['id']}"
    assert (session["amount_total"], session["currency"]) == (8815, "cny")
    assert session["client_reference_id"] == str(payment.attempt_key)
    assert session["metadata"] == {"attempt": str(payment.attempt_key), "order": "YX1"}
    assert session["adaptive_pricing"] == {"enabled": False}
    seen = gateway.fetch(started.provider_ref)
    assert (seen.state, seen.amount, seen.attempt_key) == ("open", Decimal("88.15"), payment.attempt_key)


@pytest.mark.parametrize(
    ("yuan", "fen"),
    [("17.90", 1790), ("8.20", 820), ("0.29", 29), ("1.15", 115), ("4.35", 435), ("1129.60", 112960)],
)
def test_b026_the_fen_that_arrive_are_the_fen_of_the_order(
    gateway: StripeGateway, standin: Standin, yuan: str, fen: int
) -> None:
    started = gateway.start(asking(yuan))
    assert [row["amount_total"] for row in sessions(standin)] == [fen]
    assert gateway.fetch(started.provider_ref).amount == Decimal(yuan)


def test_more_lines_than_stripe_takes_become_one(gateway: StripeGateway, standin: Standin) -> None:
    lines = tuple(PayLine(f"菜{index}", 1, Decimal("1.15")) for index in range(120))
    gateway.start(asking("138.00", lines=lines))
    assert [row["amount_total"] for row in sessions(standin)] == [13800]


def test_b018_the_same_attempt_gets_the_same_session(gateway: StripeGateway, standin: Standin) -> None:
    payment = asking()
    assert gateway.start(payment) == gateway.start(payment)
    assert len(sessions(standin)) == 1


def test_in_another_language_it_is_still_the_same_session(gateway: StripeGateway, standin: Standin) -> None:
    key = uuid4()
    first = gateway.start(asking(key=key))
    assert gateway.start(asking(key=key, language="en")) == first
    assert len(sessions(standin)) == 1


def test_a_key_used_for_something_else_is_refused(gateway: StripeGateway, standin: Standin) -> None:
    key = uuid4()
    gateway.start(asking(key=key))
    with pytest.raises(GatewayRefused, match="amount_mismatch"):
        gateway.start(asking("17.91", key=key))
    # A page that asks for another amount than its order must not stay open.
    assert [row["status"] for row in sessions(standin)] == ["expired"]


def test_a_lost_reply_makes_no_second_session(gateway: StripeGateway, standin: Standin) -> None:
    standin.control("lose", {"count": 1})
    started = gateway.start(asking())
    assert [row["id"] for row in sessions(standin)] == [started.provider_ref]


def test_when_all_replies_are_lost_starting_again_finds_the_session(
    gateway: StripeGateway, standin: Standin
) -> None:
    payment = asking()
    standin.control("lose", {"count": 3})
    with pytest.raises(GatewayUnreachable):
        gateway.start(payment)
    assert gateway.start(payment).provider_ref == sessions(standin)[0]["id"]
    assert len(sessions(standin)) == 1


@pytest.mark.parametrize("status", [409, 500, 503])
def test_two_failures_are_outlasted(gateway: StripeGateway, standin: Standin, status: int) -> None:
    standin.control("fail", {"count": 2, "status": status})
    assert gateway.start(asking()).provider_ref == sessions(standin)[0]["id"]


@pytest.mark.parametrize("status", [409, 429, 500])
def test_a_provider_that_keeps_failing_is_unreachable(
    gateway: StripeGateway, standin: Standin, status: int
) -> None:
    standin.control("fail", {"count": 3, "status": status})
    with pytest.raises(GatewayUnreachable):
        gateway.start(asking())
    standin.control("fail", {"count": 0})
    assert sessions(standin) == []


def test_nobody_there_is_unreachable(config: StripeConfig, gateway: StripeGateway) -> None:
    nowhere = StripeGateway(replace(config, api_base="http://127.0.0.1:9"))
    with pytest.raises(GatewayUnreachable):
        nowhere.start(asking())


def test_a_wrong_key_is_as_if_nobody_were_there_and_is_not_repeated_in_words(
    config: StripeConfig, standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = StripeGateway(replace(config, secret_key="sk_wrong_0123456789abcdef"))
    with pytest.raises(GatewayUnreachable, match="not_authorised") as refused:
        stranger.start(asking())
    assert "abcdef" not in f"{refused.value} {caplog.text}"


def test_methods_that_the_account_lacks_are_named_in_the_log(
    gateway: StripeGateway, standin: Standin, caplog: pytest.LogCaptureFixture
) -> None:
    standin.control("methods", {"methods": ["card"]})
    with caplog.at_level(logging.WARNING):
        gateway.start(asking())
    assert "stripe does not offer alipay, wechat_pay" in caplog.text
    assert sessions(standin)[0]["payment_method_types"] == ["card"]


def test_the_removed_parameter_would_be_refused(standin: Standin) -> None:
    answer = requests.post(
        f"{standin.url}/v1/checkout/sessions",
        data={"mode": "payment", "payment_method_types[0]": "card"},
        headers={"Authorization": "Bearer sk_test_x"},
        timeout=5,
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "payment_method_types_no_longer_supported"


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "运费"), ("en", read(ENGLISH, "en").get("运费"))])
def test_freight_is_called_what_our_pages_call_it(language: str, word: Message | str) -> None:
    line = PayLine(title="湛江菠萝", quantity=1, unit_amount=Decimal("17.90"))
    payment = asking("25.90", lines=(line,), freight="8.00", language=language)
    named = session_params(payment, ("card",))["line_items"][-1]["price_data"]["product_data"]["name"]
    assert named == (word if isinstance(word, str) else word.string)
