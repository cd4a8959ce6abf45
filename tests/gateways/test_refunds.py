"""Money goes back once, in exact fen, never more than came."""

from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest

from payments.gateways.base import GatewayRefused, GatewayUnreachable
from payments.gateways.stripe_gateway import StripeGateway
from standin.testing import Standin
from tests.gateways.asking import giving_back, paid, raw
from tests.race.together import together


def amounts(standin: Standin) -> list[int]:
    return [row["amount"] for row in raw(standin.url, "refunds").json()["data"]]


@pytest.mark.parametrize(
    ("yuan", "fen"),
    [("17.90", 1790), ("8.20", 820), ("0.29", 29), ("1.15", 115), ("4.35", 435), ("1129.60", 112960)],
)
def test_b026_refunds_use_the_same_numbers(
    gateway: StripeGateway, standin: Standin, yuan: str, fen: int
) -> None:
    gateway.refund(giving_back(paid(gateway, yuan), yuan))
    assert amounts(standin) == [fen]


def test_a_refund_is_pending_and_then_done(gateway: StripeGateway, standin: Standin) -> None:
    seen = gateway.refund(giving_back(paid(gateway), "1.15"))
    assert (seen.state, seen.failure) == ("pending", "")
    standin.control("refund", {"id": seen.provider_ref, "becomes": "succeeded"})
    assert gateway.fetch_refund(seen.provider_ref).state == "succeeded"


def test_a_refund_may_fail_and_be_tried_again(gateway: StripeGateway, standin: Standin) -> None:
    request = giving_back(paid(gateway), "17.90")
    first = gateway.refund(request)
    standin.control("refund", {"id": first.provider_ref, "becomes": "failed"})
    seen = gateway.fetch_refund(first.provider_ref)
    assert (seen.state, seen.failure) == ("failed", "declined")
    second = gateway.refund(request)
    assert (second.state, second.provider_ref != first.provider_ref) == ("pending", True)
    assert gateway.refund(request) == second
    assert amounts(standin) == [1790, 1790]


def test_more_than_is_left_is_refused(gateway: StripeGateway, standin: Standin) -> None:
    payment_ref = paid(gateway, "50.00")
    gateway.refund(giving_back(payment_ref, "49.00"))
    with pytest.raises(GatewayRefused, match="greater than unrefunded amount"):
        gateway.refund(giving_back(payment_ref, "10.00"))
    gateway.refund(giving_back(payment_ref, "1.00"))
    with pytest.raises(GatewayRefused, match="charge_already_refunded"):
        gateway.refund(giving_back(payment_ref, "0.01"))
    assert amounts(standin) == [100, 4900]


def test_a_lost_reply_gives_back_once(gateway: StripeGateway, standin: Standin) -> None:
    request = giving_back(paid(gateway), "5.00")
    standin.control("lose", {"count": 1, "method": "POST"})
    assert gateway.refund(request).state == "pending"
    assert amounts(standin) == [500]


def test_when_all_replies_are_lost_asking_again_finds_the_refund(
    gateway: StripeGateway, standin: Standin
) -> None:
    request = giving_back(paid(gateway), "5.00")
    standin.control("lose", {"count": 3, "method": "POST"})
    with pytest.raises(GatewayUnreachable):
        gateway.refund(request)
    assert gateway.refund(request).state == "pending"
    assert amounts(standin) == [500]


def test_long_after_stripe_forgot_the_key_it_is_still_the_same_refund(
    gateway: StripeGateway, standin: Standin
) -> None:
    request = giving_back(paid(gateway), "5.00")
    first = gateway.refund(request)
    standin.control("forget_keys")
    assert gateway.refund(request) == first
    assert amounts(standin) == [500]


def test_two_senders_at_the_same_moment_give_back_once(gateway: StripeGateway, standin: Standin) -> None:
    request = giving_back(paid(gateway), "5.00")
    first, second, third = together([partial(gateway.refund, request)] * 3)
    assert first == second == third
    assert amounts(standin) == [500]


def test_the_same_refund_with_another_amount_is_refused(gateway: StripeGateway, standin: Standin) -> None:
    payment_ref, key = paid(gateway), uuid4()
    gateway.refund(giving_back(payment_ref, "5.00", key=key))
    with pytest.raises(GatewayRefused, match="amount_mismatch"):
        gateway.refund(giving_back(payment_ref, "6.00", key=key))
    assert amounts(standin) == [500]


def test_our_reason_stays_with_us(gateway: StripeGateway, standin: Standin) -> None:
    gateway.refund(giving_back(paid(gateway), "5.00"))
    (refund,) = raw(standin.url, "refunds").json()["data"]
    assert refund["reason"] == "requested_by_customer"
    assert list(refund["metadata"]) == ["refund"]


def test_unknown_ones_are_refused(gateway: StripeGateway, standin: Standin) -> None:
    with pytest.raises(GatewayRefused, match="resource_missing"):
        gateway.fetch_refund("re_nowhere")
    with pytest.raises(GatewayRefused, match="resource_missing"):
        gateway.refund(giving_back("pi_nowhere", "5.00"))


def test_a_fraction_of_a_fen_is_never_sent(gateway: StripeGateway, standin: Standin) -> None:
    with pytest.raises(GatewayRefused, match="not_whole_fen"):
        gateway.refund(giving_back(paid(gateway), str(Decimal("0.005"))))
    assert amounts(standin) == []
