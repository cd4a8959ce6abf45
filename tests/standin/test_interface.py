"""The interface where it says no, repeats itself, or pages."""

import pytest
import requests

from standin.testing import Standin
from tests.standin.shop import KEY, SESSION, get, opened, paid, post


def error(answer: requests.Response) -> tuple[int, str, str | None, str | None]:
    said = answer.json()["error"]
    return answer.status_code, said["type"], said.get("code"), said.get("param")


@pytest.mark.parametrize(
    ("fields", "code", "param"),
    [
        (
            {"payment_method_types[0]": "card"},
            "payment_method_types_no_longer_supported",
            "payment_method_types",
        ),
        ({"colour": "red"}, "parameter_unknown", "colour"),
        ({"mode": "subscription"}, None, "mode"),
        ({"success_url": ""}, "parameter_missing", "success_url"),
        ({"success_url": "javascript:alert(1)"}, "url_invalid", "success_url"),
        ({"locale": "xx"}, None, "locale"),
        ({"line_items[0][quantity]": "1.5"}, "parameter_invalid_integer", "quantity"),
        ({"line_items[0][quantity]": "0"}, "parameter_invalid_integer", "line_items[0]"),
        ({"line_items[0][price_data][unit_amount]": "17.90"}, "parameter_invalid_integer", "unit_amount"),
        ({"line_items[0][price_data][unit_amount]": "0"}, "amount_too_small", "line_items"),
        ({"line_items[0][price_data][currency]": "usd"}, None, "line_items[0][price_data][currency]"),
        ({"expires_at": "1"}, None, "expires_at"),
        (
            {"payment_method_options[wechat_pay][client]": "fax"},
            None,
            "payment_method_options[wechat_pay][client]",
        ),
        ({"allowed_payment_method_types[0]": "cheque"}, None, "allowed_payment_method_types"),
    ],
)
def test_a_session_that_stripe_would_refuse_is_refused(
    standin: Standin, fields: dict[str, str], code: str | None, param: str
) -> None:
    answer = post(standin, "checkout/sessions", SESSION | fields)
    assert error(answer) == (400, "invalid_request_error", code, param)
    assert get(standin, "checkout/sessions")["data"] == []


def test_the_same_key_gives_the_same_answer(standin: Standin) -> None:
    first = post(standin, "checkout/sessions", SESSION, key="k")
    again = post(standin, "checkout/sessions", SESSION, key="k")
    assert first.json() == again.json()
    assert ("Idempotent-Replayed" in first.headers, again.headers["Idempotent-Replayed"]) == (False, "true")
    assert first.headers["Request-Id"] != again.headers["Request-Id"]
    assert len(get(standin, "checkout/sessions")["data"]) == 1


def test_the_same_key_for_something_else_is_an_error(standin: Standin) -> None:
    post(standin, "checkout/sessions", SESSION, key="k")
    other = post(standin, "checkout/sessions", SESSION | {"locale": "en"}, key="k")
    assert error(other) == (400, "idempotency_error", None, None)
    assert error(post(standin, "refunds", {"payment_intent": "pi_1"}, key="k"))[1] == "idempotency_error"


def test_a_refusal_is_repeated_and_a_slip_may_be_corrected(standin: Standin) -> None:
    intent = paid(standin)
    too_much = {"payment_intent": intent, "amount": "1791"}
    refused = post(standin, "refunds", too_much, key="a")
    assert error(refused) == (400, "invalid_request_error", None, "amount")
    again = post(standin, "refunds", too_much, key="a")
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (refused.json(), "true")
    assert post(standin, "refunds", {"payment_intent": intent, "amount": "x"}, key="b").status_code == 400
    assert post(standin, "refunds", {"payment_intent": intent, "amount": "1"}, key="b").status_code == 200


@pytest.mark.parametrize("key", ["", "sk_live_0123456789abcdef", "pk_test_0123456789abcdef"])
def test_only_secret_keys_of_the_test_mode_open_the_door(standin: Standin, key: str) -> None:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    answer = requests.get(f"{standin.url}/v1/refunds", headers=headers, timeout=5)
    assert error(answer) == (401, "invalid_request_error", None, None)
    assert "0123456789" not in answer.text


def test_unknown_addresses_and_objects_are_404(standin: Standin) -> None:
    assert error(post(standin, "customers")) == (404, "invalid_request_error", None, None)
    for path in ("checkout/sessions/x", "payment_intents/x", "charges/x", "refunds/x", "events/x"):
        answer = requests.get(f"{standin.url}/v1/{path}", headers=KEY, timeout=5)
        assert error(answer)[:3] == (404, "invalid_request_error", "resource_missing")


def test_pages_follow_one_another_in_both_directions(standin: Standin) -> None:
    refs = [opened(standin) for _ in range(5)][::-1]
    first = get(standin, "checkout/sessions", limit=2)
    assert ([row["id"] for row in first["data"]], first["has_more"]) == (refs[:2], True)
    last = get(standin, "checkout/sessions", limit=3, starting_after=refs[1])
    assert ([row["id"] for row in last["data"]], last["has_more"]) == (refs[2:], False)
    back = get(standin, "checkout/sessions", limit=2, ending_before=refs[3])
    assert ([row["id"] for row in back["data"]], back["has_more"]) == (refs[1:3], True)
    assert get(standin, "checkout/sessions", limit=0)["error"]["param"] == "limit"


def test_references_expand_where_they_are_asked_to(standin: Standin) -> None:
    intent = paid(standin)
    shown = get(standin, f"payment_intents/{intent}", **{"expand[]": "latest_charge.balance_transaction"})
    assert shown["latest_charge"]["balance_transaction"]["amount"] == 1790
    refused = get(standin, f"payment_intents/{intent}", **{"expand[]": "amount"})
    assert refused["error"]["param"] == "expand"


def test_an_address_for_notices_shows_its_secret_once(standin: Standin) -> None:
    fields = {"url": "http://127.0.0.1:9/", "enabled_events[0]": "refund.created"}
    made = post(standin, "webhook_endpoints", fields).json()
    assert made["secret"].startswith("whsec_")
    assert "secret" not in get(standin, f"webhook_endpoints/{made['id']}")
    gone = requests.delete(f"{standin.url}/v1/webhook_endpoints/{made['id']}", headers=KEY, timeout=5)
    assert gone.json() == {"id": made["id"], "object": "webhook_endpoint", "deleted": True}
    assert len(get(standin, "webhook_endpoints")["data"]) == 1
