"""The stand-in against the SDK: every key it answers with, and every field we send, is one that Stripe has."""

import inspect
import sys
import typing
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
import stripe
from stripe import params
from stripe.checkout import Session

from payments.gateways.stripe_gateway import StripeGateway
from payments.gateways.stripe_refunds import _params
from payments.gateways.stripe_session import session_params
from standin.api.session_fields import KNOWN
from standin.shapes.record import API_VERSION
from standin.testing import Standin
from tests.gateways.asking import asking, choose, giving_back, paid, raw

KINDS = {
    "checkout/sessions": Session,
    "payment_intents": stripe.PaymentIntent,
    "charges": stripe.Charge,
    "refunds": stripe.Refund,
    "events": stripe.Event,
    "balance_transactions": stripe.BalanceTransaction,
    "webhook_endpoints": stripe.WebhookEndpoint,
}


@pytest.fixture
def busy(gateway: StripeGateway, standin: Standin) -> Standin:
    """An account in which everything has happened once."""
    payment_ref = paid(gateway)
    for amount, becomes in (("1.00", "succeeded"), ("2.00", "failed"), ("3.00", "")):
        refund = gateway.refund(giving_back(payment_ref, amount))
        if becomes:
            standin.control("refund", {"id": refund.provider_ref, "becomes": becomes})
    for outcome, method in (("success", "wechat_pay"), ("failure", "card"), ("slow", "alipay")):
        choose(gateway.start(asking()).redirect_url, outcome, method)
    gateway.close(gateway.start(asking()).provider_ref)
    return standin


@pytest.mark.parametrize("path", KINDS)
def test_every_key_and_word_is_stripes(busy: Standin, path: str) -> None:
    rows = raw(busy.url, path, limit=100).json()["data"]
    assert rows
    assert [odd for row in rows for odd in strangers(row, KINDS[path], path)] == []


def test_the_objects_in_notices_are_stripes_too(busy: Standin) -> None:
    about = {kind.OBJECT_NAME: kind for kind in KINDS.values()}
    events = raw(busy.url, "events", limit=100).json()["data"]
    assert {event["data"]["object"]["object"] for event in events} == {
        "checkout.session",
        "payment_intent",
        "charge",
        "refund",
    }
    for event in events:
        shown = event["data"]["object"]
        assert list(strangers(shown, about[shown["object"]], event["type"])) == []


def test_errors_have_stripes_shape(standin: Standin) -> None:
    answer = raw(standin.url, "charges/ch_nowhere")
    assert answer.status_code == 404
    assert answer.headers["Request-Id"].startswith("req_")
    assert set(answer.json()["error"]) <= set(hints_of(stripe.ErrorObject))


def test_one_version_is_spoken_on_both_sides() -> None:
    assert stripe.api_version == API_VERSION


def test_the_market_names_itself_to_stripe(gateway: StripeGateway) -> None:
    assert stripe.app_info is not None
    assert stripe.app_info["name"] == "yanxing-market"


def test_every_field_we_send_is_one_that_stripe_takes() -> None:
    sent = session_params(asking(freight="0.00"), ("card", "alipay", "wechat_pay"))
    assert list(unknown(sent, params.checkout.SessionCreateParams, "session")) == []
    assert list(unknown(_params(giving_back("pi_1", "1.00"), 100), params.RefundCreateParams, "refund")) == []


def test_every_field_the_stand_in_takes_is_one_that_stripe_takes() -> None:
    assert set(KNOWN) <= set(hints_of(params.checkout.SessionCreateParams))


def test_the_check_itself_sees_what_is_wrong() -> None:
    shown = {"nope": 1, "status": "odd", "adaptive_pricing": {"nope": 1}, "custom_fields": [{"nope": 1}]}
    assert list(strangers(shown, Session, "s")) == [
        "s.nope",
        "s.status=odd",
        "s.adaptive_pricing.nope",
        "s.custom_fields.nope",
    ]
    sent = {"nope": 1, "line_items": [{"price_data": {"product_data": {"nope": 1}}}]}
    assert list(unknown(sent, params.checkout.SessionCreateParams, "s")) == [
        "s.nope",
        "s.line_items.price_data.product_data.nope",
    ]


def strangers(shown: dict[str, Any], kind: type, where: str) -> Iterator[str]:
    """Keys that the SDK's class does not have, and words that are none of its words."""
    hints = hints_of(kind)
    for name, value in shown.items():
        if name not in hints:
            yield f"{where}.{name}"
            continue
        words = [word for part in hints[name] if get_origin(part) is Literal for word in get_args(part)]
        if words and isinstance(value, str) and value not in words:
            yield f"{where}.{name}={value}"
        for inner in classes(hints[name]):
            rows = value if isinstance(value, list) else [value]
            for row in rows:
                if isinstance(row, dict):
                    yield from strangers(row, inner, f"{where}.{name}")


def unknown(sent: Any, kind: type, where: str) -> Iterator[str]:
    """Fields that the SDK's parameters do not have, at any depth."""
    hints = hints_of(kind)
    for name, value in sent.items():
        if name not in hints:
            yield f"{where}.{name}"
            continue
        for inner in filter(is_group, hints[name]):
            for row in value if isinstance(value, list) else [value]:
                if isinstance(row, dict):
                    yield from unknown(row, inner, f"{where}.{name}")


def hints_of(kind: type) -> dict[str, list[Any]]:
    """The alternatives of each annotation; names are looked up where the class was written."""
    here = vars(sys.modules[kind.__module__])
    return {name: list(alternatives(hint, here)) for name, hint in kind.__annotations__.items()}


def alternatives(hint: Any, here: dict[str, Any]) -> Iterator[Any]:
    """The parts of a union, of NotRequired, of a list: down to what is none of them."""
    if isinstance(hint, typing.ForwardRef):
        try:
            hint = eval(hint.__forward_arg__, here)  # noqa: S307  the SDK's own words
        except NameError:  # a class from elsewhere, imported for type checkers only
            return
    if get_origin(hint) in {None, Literal}:
        yield hint
        return
    for part in get_args(hint):
        yield from alternatives(part, here)


def is_group(part: Any) -> bool:
    """A TypedDict, also one of typing_extensions, which Python 3.11 itself does not know as one."""
    return hasattr(part, "__required_keys__")


def classes(parts: list[Any]) -> list[type]:
    """The SDK's own classes nested in the class: not those that an id may be expanded to."""
    return [
        part
        for part in parts
        if inspect.isclass(part) and issubclass(part, stripe.StripeObject) and "." in part.__qualname__
    ]
