"""Notices leave signed and in order; control holds, turns, drops, repeats and ages them."""

import json

import stripe

from standin.testing import Standin
from tests.standin.conftest import Letterbox
from tests.standin.shop import SECRET, choose, get, kinds, opened, paid, post

PAID = [
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "checkout.session.completed",
]


def test_a_payment_sends_its_notices_in_order_and_signed(standin: Standin, letterbox: Letterbox) -> None:
    paid(standin)
    assert standin.control("wait") == {"idle": True}
    assert kinds(letterbox.taken) == PAID
    for body, header in letterbox.taken:
        event = stripe.Webhook.construct_event(body, header, SECRET)
        assert json.loads(body) == get(standin, f"events/{event.id}")


def test_a_refund_ends_by_itself_and_says_so(standin: Standin, letterbox: Letterbox) -> None:
    intent = paid(standin)
    refund = post(standin, "refunds", {"payment_intent": intent, "amount": "100"}).json()
    assert refund["status"] == "pending"
    standin.control("wait")
    assert get(standin, f"refunds/{refund['id']}")["status"] == "succeeded"
    assert kinds(letterbox.taken) == [*PAID, "refund.created", "charge.refunded", "refund.updated"]


def test_refunds_may_be_made_to_fail_or_to_wait(standin: Standin) -> None:
    intent = paid(standin)
    for become, status in (("failed", "failed"), ("pending", "pending"), ("", "succeeded")):
        standin.control("refunds", {"become": become})
        refund = post(standin, "refunds", {"payment_intent": intent, "amount": "100"}).json()
        standin.control("wait")
        assert get(standin, f"refunds/{refund['id']}")["status"] == status
    (charge,) = get(standin, "charges")["data"]
    assert charge["amount_refunded"] == 200


def test_a_notice_nobody_took_is_sent_again(standin: Standin, letterbox: Letterbox) -> None:
    letterbox.answers = [500, 302]
    standin.control("session", {"id": opened(standin), "becomes": "expired"})
    standin.control("wait")
    assert kinds(letterbox.taken) == ["checkout.session.expired"] * 3
    assert [row["status"] for row in standin.control("tries")["tries"]] == [500, 302, 200]


def test_held_notices_go_later_and_in_another_order(standin: Standin, letterbox: Letterbox) -> None:
    standin.control("hold")
    paid(standin)
    standin.control("wait")
    assert letterbox.taken == []
    released = standin.control("release", {"kind": "checkout.session.completed"})
    assert released == {"released": ["checkout.session.completed"]}
    assert standin.control("release", {"reversed": True}) == {"released": PAID[:3]}
    standin.control("wait")
    assert kinds(letterbox.taken) == [PAID[3], PAID[2], PAID[1], PAID[0]]


def test_dropped_notices_never_arrive(standin: Standin, letterbox: Letterbox) -> None:
    standin.control("hold")
    paid(standin)
    assert standin.control("drop") == {"dropped": 4}
    standin.control("release")
    standin.control("drop", {"next": 4})
    paid(standin)
    standin.control("session", {"id": opened(standin), "becomes": "expired"})
    standin.control("wait")
    assert kinds(letterbox.taken) == ["checkout.session.expired"]


def test_a_notice_is_repeated_at_the_same_moment(standin: Standin, letterbox: Letterbox) -> None:
    paid(standin)
    standin.control("wait")
    letterbox.taken.clear()
    answer = standin.control("repeat", {"kind": "checkout.session.completed", "times": 3})
    assert answer["statuses"] == [200, 200, 200]
    assert [json.loads(body)["id"] for body, _ in letterbox.taken] == [answer["event"]] * 3


def test_an_aged_notice_is_signed_long_ago(standin: Standin, letterbox: Letterbox) -> None:
    standin.control("age", {"seconds": 3600})
    standin.control("session", {"id": opened(standin), "becomes": "expired"})
    standin.control("wait")
    ((body, header),) = letterbox.taken
    signed_at = int(header.split(",")[0].removeprefix("t="))
    assert abs(json.loads(body)["created"] - signed_at - 3600) <= 1


def test_the_object_in_a_notice_is_as_it_was_then(standin: Standin, letterbox: Letterbox) -> None:
    ref = opened(standin)
    choose(standin, ref, outcome="slow", method="alipay")
    standin.control("session", {"id": ref, "becomes": "paid"})
    standin.control("wait")
    seen = [json.loads(body) for body, _ in letterbox.taken]
    statuses = [
        (event["type"], event["data"]["object"]["payment_status"])
        for event in seen
        if event["data"]["object"]["object"] == "checkout.session"
    ]
    assert statuses == [
        ("checkout.session.completed", "unpaid"),
        ("checkout.session.async_payment_succeeded", "paid"),
    ]


def test_an_address_gets_only_the_kinds_it_wants(standin: Standin, letterbox: Letterbox) -> None:
    fields = {"url": letterbox.url, "enabled_events[0]": "charge.succeeded"}
    secret = post(standin, "webhook_endpoints", fields).json()["secret"]
    paid(standin)
    standin.control("wait")
    assert sorted(kinds(letterbox.taken)) == sorted([*PAID, "charge.succeeded"])
    bodies = [taken for taken in letterbox.taken if kinds([taken]) == ["charge.succeeded"]]
    assert stripe.Webhook.construct_event(*bodies[1], secret).type == "charge.succeeded"
