"""Money back through the provider: asked for once, known to the end, and never lost from sight."""

from decimal import Decimal

import pytest
import requests

from clock.tasks import send_refunds
from common.audit import DEMO
from flow.refund import refund_amount
from flow.refund_by_hand import refund_by_hand
from flow.send_refund import send_refund
from fulfilment.models import VendorOrder
from income.prove import prove
from payments.gateways.base import GatewayUnreachable
from payments.models import Problem, Refund
from standin.testing import Standin
from tests.flow.online import Buyer, hear
from tests.flow.test_story import NOW
from tests.gateways.asking import raw


@pytest.fixture
def owed(buyer: Buyer) -> Refund:
    """¥10.05 of a paid order of ¥36.00, not sent yet."""
    buyer.pays()
    buyer.comes_back()
    return refund_amount(
        vendor_order=VendorOrder.objects.get(),
        amount=Decimal("10.05"),
        reason="坏果",
        borne_by="operator",
        actor=DEMO,
        now=NOW,
    )


def remote(standin: Standin) -> list[tuple[int, str]]:
    """What the provider has, oldest first."""
    rows = raw(standin.url, "refunds").json()["data"]
    return [(row["amount"], row["status"]) for row in reversed(rows)]


def ended(standin: Standin, refund: Refund, becomes: str) -> None:
    refund.refresh_from_db()
    standin.control("refund", {"id": refund.provider_ref, "becomes": becomes})


def test_a_refund_goes_out_and_is_known_to_have_arrived_by_asking(owed: Refund, standin: Standin) -> None:
    assert (owed.state, owed.is_manual) == ("pending", False)
    assert [send_refunds(), send_refunds()] == [1, 0]
    Refund.objects.update(asked_at=NOW)
    assert send_refunds() == 1
    assert remote(standin) == [(1005, "pending")]
    ended(standin, owed, "succeeded")
    assert send_refund(refund_key=owed.key, now=NOW) == "succeeded"
    owed.refresh_from_db()
    assert (owed.state, owed.finished_at) == ("succeeded", NOW)
    assert send_refunds() == 0
    assert prove() == []


def test_or_by_notice(owed: Refund, standin: Standin) -> None:
    send_refund(refund_key=owed.key, now=NOW)
    ended(standin, owed, "succeeded")
    assert hear(standin, "refund.updated") == "succeeded"
    assert Refund.objects.get().state == "succeeded"
    assert Problem.objects.count() == 0


def test_a_notice_faster_than_the_reply_is_no_stranger(owed: Refund, standin: Standin) -> None:
    standin.control("lose", {"count": 3, "method": "POST"})
    with pytest.raises(GatewayUnreachable):
        send_refund(refund_key=owed.key, now=NOW)
    owed.refresh_from_db()
    assert (owed.provider_ref, remote(standin)) == ("", [(1005, "pending")])
    assert hear(standin, "refund.created") == "pending"
    owed.refresh_from_db()
    assert owed.provider_ref.startswith("re_")
    assert Problem.objects.count() == 0
    send_refund(refund_key=owed.key, now=NOW)
    assert remote(standin) == [(1005, "pending")]


def test_a_failed_refund_is_on_the_list_and_still_owed(owed: Refund, standin: Standin) -> None:
    send_refund(refund_key=owed.key, now=NOW)
    ended(standin, owed, "failed")
    assert hear(standin, "refund.failed") == "failed"
    owed.refresh_from_db()
    assert (owed.state, owed.failure, owed.finished_at) == ("failed", "declined", None)
    problem = Problem.objects.get()
    assert (problem.kind, problem.order_id, problem.text) == (
        "refund_failed",
        owed.order_id,
        "¥10.05 declined",
    )


def test_a_failed_refund_sent_again_is_a_new_one_and_the_old_one_is_done_with(
    owed: Refund, standin: Standin
) -> None:
    send_refund(refund_key=owed.key, now=NOW)
    ended(standin, owed, "failed")
    send_refund(refund_key=owed.key, now=NOW)
    assert Refund.objects.get().state == "failed"
    assert send_refund(refund_key=owed.key, now=NOW) == "pending"
    assert remote(standin) == [(1005, "failed"), (1005, "pending")]
    assert hear(standin, "refund.failed") == "an earlier try"
    ended(standin, owed, "succeeded")
    assert send_refund(refund_key=owed.key, now=NOW) == "succeeded"


def test_money_that_comes_back_after_a_success_is_on_the_list(owed: Refund, standin: Standin) -> None:
    send_refund(refund_key=owed.key, now=NOW)
    ended(standin, owed, "succeeded")
    send_refund(refund_key=owed.key, now=NOW)
    ended(standin, owed, "failed")
    assert hear(standin, "refund.failed") == "failed"
    assert Problem.objects.get().kind == "refund_failed"
    owed.refresh_from_db()
    assert (owed.state, owed.finished_at) == ("failed", None)
    refund_by_hand(refund_key=owed.key, reference="OUT-1", actor=DEMO, now=NOW)
    # Paid by hand it is settled for good: the provider's word about its own try counts no more.
    send_refund(refund_key=owed.key, now=NOW)
    owed.refresh_from_db()
    assert (owed.state, owed.provider_ref, owed.is_manual) == ("succeeded", "OUT-1", True)


def test_a_refund_made_past_us_needs_a_person(buyer: Buyer, standin: Standin) -> None:
    buyer.pays()
    buyer.comes_back()
    intent = raw(standin.url, "payment_intents").json()["data"][0]["id"]
    requests.post(
        f"{standin.url}/v1/refunds",
        data={"payment_intent": intent, "amount": 100},
        headers={"Authorization": "Bearer sk_test_x"},
        timeout=5,
    )
    assert hear(standin, "refund.created") == "refund is not ours"
    assert (Problem.objects.get().kind, Refund.objects.count()) == ("unknown_order", 0)


def test_a_wrong_key_fails_no_refund(owed: Refund, standin: Standin) -> None:
    standin.control("fail", {"count": 1, "status": 401})
    with pytest.raises(GatewayUnreachable):
        send_refund(refund_key=owed.key, now=NOW)
    owed.refresh_from_db()
    assert (owed.state, Problem.objects.count()) == ("pending", 0)
    assert send_refund(refund_key=owed.key, now=NOW) == "pending"


def test_a_refund_the_provider_refuses_is_on_the_list(owed: Refund, standin: Standin) -> None:
    standin.control("reset")
    assert send_refund(refund_key=owed.key, now=NOW) == "failed"
    assert (Refund.objects.get().failure, Problem.objects.get().kind) == ("resource_missing", "refund_failed")
