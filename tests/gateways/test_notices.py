"""Notices as the stand-in signs them: ours and fresh ones are read, all others are not believed."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from payments.gateways.base import Notice, NoticeRejected
from payments.gateways.stripe_client import StripeConfig
from payments.gateways.stripe_gateway import StripeGateway
from standin.signing import signature
from standin.testing import Standin
from tests.gateways.asking import NOW, SECRET, asking, choose, giving_back, paid


def read(gateway: StripeGateway, signed: dict[str, Any], *, now: datetime = NOW, more: str = "") -> Notice:
    headers = {"stripe-signature": signed["signature"]}
    return gateway.parse_notice(body=(signed["body"] + more).encode(), headers=headers, now=now)


def test_a_notice_says_what_to_look_at(gateway: StripeGateway, standin: Standin) -> None:
    payment = asking()
    started = gateway.start(payment)
    choose(started.redirect_url, "success")
    signed = standin.control("signed", {"kind": "checkout.session.completed"})
    notice = read(gateway, signed)
    assert (notice.event_id, notice.kind) == (signed["event"], "checkout.session.completed")
    assert (notice.object_ref, notice.refund_ref) == (started.provider_ref, "")
    assert (notice.attempt_key, notice.created_at, notice.live) == (payment.attempt_key, NOW, False)


def test_a_notice_of_a_payment_names_the_attempt_and_nothing_to_fetch(
    gateway: StripeGateway, standin: Standin
) -> None:
    payment = asking()
    choose(gateway.start(payment).redirect_url, "success")
    notice = read(gateway, standin.control("signed", {"kind": "payment_intent.succeeded"}))
    assert (notice.object_ref, notice.refund_ref, notice.attempt_key) == ("", "", payment.attempt_key)


def test_a_notice_of_a_refund_names_it(gateway: StripeGateway, standin: Standin) -> None:
    refund = gateway.refund(giving_back(paid(gateway), "1.00"))
    standin.control("refund", {"id": refund.provider_ref, "becomes": "failed"})
    notice = read(gateway, standin.control("signed", {"kind": "refund.failed"}))
    assert (notice.object_ref, notice.refund_ref) == ("", refund.provider_ref)


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"secret": "whsec_other"}, "bad_signature"),
        ({"seconds_old": 301}, "too_old"),
        ({"seconds_old": -61}, "from_future"),
    ],
)
def test_a_notice_that_is_not_ours_or_not_fresh_is_rejected(
    gateway: StripeGateway, standin: Standin, how: dict[str, object], reason: str
) -> None:
    paid(gateway)
    with pytest.raises(NoticeRejected, match=reason):
        read(gateway, standin.control("signed", how))


@pytest.mark.parametrize("seconds_old", [300, -60])
def test_the_bounds_themselves_are_fresh(gateway: StripeGateway, standin: Standin, seconds_old: int) -> None:
    paid(gateway)
    assert read(gateway, standin.control("signed", {"seconds_old": seconds_old})).live is False


def test_a_changed_body_is_rejected(gateway: StripeGateway, standin: Standin) -> None:
    paid(gateway)
    with pytest.raises(NoticeRejected, match="bad_signature"):
        read(gateway, standin.control("signed"), more=" ")


def test_without_a_signature_it_is_rejected(gateway: StripeGateway) -> None:
    with pytest.raises(NoticeRejected, match="bad_signature"):
        gateway.parse_notice(body=b"{}", headers={}, now=NOW)


def test_two_secrets_are_good_while_one_replaces_the_other(
    gateway: StripeGateway, config: StripeConfig, standin: Standin
) -> None:
    paid(gateway)
    both = StripeGateway(replace(config, webhook_secrets=("whsec_new", *config.webhook_secrets)))
    for secret in ("whsec_new", config.webhook_secrets[0]):
        signed = standin.control("signed", {"secret": secret})
        assert read(both, signed).event_id == signed["event"]


def test_a_notice_of_the_other_mode_is_rejected(
    gateway: StripeGateway, config: StripeConfig, standin: Standin
) -> None:
    paid(gateway)
    live = StripeGateway(replace(config, live=True))
    with pytest.raises(NoticeRejected, match="wrong_mode"):
        read(live, standin.control("signed"))


def test_what_is_signed_but_no_event_is_malformed(gateway: StripeGateway) -> None:
    for body in (b"[]", b"{}", b"\xff", b'{"id": 1, "data": {"object": 3}}'):
        header = signature(body, secret=SECRET, at=int(NOW.timestamp()))
        with pytest.raises(NoticeRejected, match="malformed"):
            gateway.parse_notice(body=body, headers={"Stripe-Signature": header}, now=NOW)
