"""A shop that speaks to the stand-in without any client: plain requests."""

import json
from typing import Any

import requests

from standin.testing import Standin

SECRET = "whsec_of_the_shop"
KEY = {"Authorization": "Bearer sk_test_shop"}
SESSION = {
    "mode": "payment",
    "locale": "zh",
    "line_items[0][quantity]": "2",
    "line_items[0][price_data][currency]": "cny",
    "line_items[0][price_data][unit_amount]": "895",
    "line_items[0][price_data][product_data][name]": "湛江菠萝 <b>",
    "payment_method_options[wechat_pay][client]": "web",
    "payment_intent_data[description]": "YX1",
    "success_url": "http://shop.test/r?s={CHECKOUT_SESSION_ID}",
    "cancel_url": "http://shop.test/c",
}


def post(
    standin: Standin, path: str, fields: dict[str, str] | None = None, *, key: str = ""
) -> requests.Response:
    """A POST, with an idempotency key where one is given."""
    headers = KEY | ({"Idempotency-Key": key} if key else {})
    return requests.post(f"{standin.url}/v1/{path}", data=fields or {}, headers=headers, timeout=5)


def get(standin: Standin, path: str, **fields: Any) -> Any:
    """What a GET answers with."""
    return requests.get(f"{standin.url}/v1/{path}", params=fields, headers=KEY, timeout=5).json()


def opened(standin: Standin, **other: str) -> str:
    """The id of a new session of ¥17.90."""
    answer = post(standin, "checkout/sessions", SESSION | other)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["id"])


def page(standin: Standin, ref: str) -> requests.Response:
    """The pay page."""
    return requests.get(f"{standin.url}/pay/{ref}", timeout=5)


def choose(standin: Standin, ref: str, **form: str) -> requests.Response:
    """The pay page's form, sent."""
    return requests.post(f"{standin.url}/pay/{ref}", data=form, allow_redirects=False, timeout=5)


def paid(standin: Standin) -> str:
    """The intent of a session that was paid."""
    ref = opened(standin)
    choose(standin, ref, outcome="success", method="alipay")
    return str(get(standin, f"checkout/sessions/{ref}")["payment_intent"])


def kinds(taken: list[tuple[bytes, str]]) -> list[str]:
    """The kinds of the notices that arrived."""
    return [json.loads(body)["type"] for body, _ in taken]
