"""Every way a buyer's try can end, as the real client reads it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from payments.gateways.base import GatewayRefused, GatewayUnreachable, Started
from payments.gateways.stripe_gateway import StripeGateway
from standin.testing import Standin
from tests.gateways.asking import NOW, asking, choose


@pytest.fixture
def started(gateway: StripeGateway) -> Started:
    return gateway.start(asking())


@pytest.mark.parametrize("method", ["card", "alipay", "wechat_pay"])
def test_success(gateway: StripeGateway, started: Started, method: str) -> None:
    answer = choose(started.redirect_url, "success", method)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"http://127.0.0.1/r?s={started.provider_ref}"
    seen = gateway.fetch(started.provider_ref)
    assert (seen.state, seen.amount, seen.currency) == ("paid", Decimal("17.90"), "CNY")
    assert (seen.method, seen.paid_at) == (method, NOW)
    assert seen.payment_ref.startswith("pi_")


def test_failure_leaves_the_page_open_for_another_way(gateway: StripeGateway, started: Started) -> None:
    assert choose(started.redirect_url, "failure", "card").headers["Location"].endswith(started.provider_ref)
    assert gateway.fetch(started.provider_ref).state == "open"
    choose(started.redirect_url, "success", "wechat_pay")
    seen = gateway.fetch(started.provider_ref)
    assert (seen.state, seen.method) == ("paid", "wechat_pay")


def test_slow_is_processing_until_it_arrives(
    gateway: StripeGateway, standin: Standin, started: Started
) -> None:
    assert choose(started.redirect_url, "slow").headers["Location"].startswith("http://127.0.0.1/r")
    assert gateway.fetch(started.provider_ref).state == "processing"
    assert gateway.fetch(started.provider_ref).paid_at is None
    standin.control("session", {"id": started.provider_ref, "becomes": "paid"})
    assert gateway.fetch(started.provider_ref).state == "paid"


def test_slow_may_fail_in_the_end(gateway: StripeGateway, standin: Standin, started: Started) -> None:
    choose(started.redirect_url, "slow")
    standin.control("session", {"id": started.provider_ref, "becomes": "failed"})
    assert gateway.fetch(started.provider_ref).state == "failed"


def test_close_goes_back_and_leaves_the_page_open(gateway: StripeGateway, started: Started) -> None:
    assert choose(started.redirect_url, "close").headers["Location"] == "http://127.0.0.1/c"
    assert gateway.fetch(started.provider_ref).state == "open"


def test_b027_what_arrived_is_read_not_what_was_asked(
    gateway: StripeGateway, standin: Standin, started: Started
) -> None:
    standin.control("amount", {"session": started.provider_ref, "fen": 1})
    choose(started.redirect_url, "success")
    seen = gateway.fetch(started.provider_ref)
    assert (seen.state, seen.amount) == ("paid", Decimal("0.01"))


def test_closing_an_open_session_ends_it(gateway: StripeGateway, started: Started) -> None:
    assert gateway.close(started.provider_ref).state == "closed"
    assert gateway.close(started.provider_ref).state == "closed"
    choose(started.redirect_url, "success")
    assert gateway.fetch(started.provider_ref).state == "closed"


@pytest.mark.parametrize(("outcome", "state"), [("success", "paid"), ("slow", "processing")])
def test_closing_a_session_that_is_complete_tells_how_it_stands(
    gateway: StripeGateway, started: Started, outcome: str, state: str
) -> None:
    choose(started.redirect_url, outcome)
    assert gateway.close(started.provider_ref).state == state


def test_a_session_ends_by_itself_after_its_time(
    gateway: StripeGateway, standin: Standin, started: Started
) -> None:
    standin.control("clock", {"at": (NOW + timedelta(minutes=60)).isoformat()})
    assert gateway.fetch(started.provider_ref).state == "open"
    standin.control("clock", {"at": (NOW + timedelta(minutes=61)).isoformat()})
    assert gateway.fetch(started.provider_ref).state == "closed"


def test_an_unknown_session_is_refused(gateway: StripeGateway, standin: Standin) -> None:
    for ask in (gateway.fetch, gateway.close):
        with pytest.raises(GatewayRefused, match="resource_missing"):
            ask("cs_test_nowhere")


def test_closing_with_a_wrong_key_says_nothing_about_the_session(
    gateway: StripeGateway, standin: Standin, started: Started
) -> None:
    standin.control("fail", {"count": 1, "status": 401})
    with pytest.raises(GatewayUnreachable, match="not_authorised"):
        gateway.close(started.provider_ref)
    assert gateway.fetch(started.provider_ref).state == "open"
