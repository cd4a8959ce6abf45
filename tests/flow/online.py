"""An order paid online: placed with `stripe`, paid on the stand-in's page, heard of by notice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import requests

from common.audit import PROVIDER
from flow.hear_notice import process_notice, store_notice
from flow.look_at_payment import look_at_payment
from flow.place_order import Placed
from flow.start_payment import start_payment
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.gateways.registry import gateway
from payments.models import PaymentAttempt, ProviderEvent
from standin.signing import signature
from standin.testing import Standin
from tests.flow.test_story import NOW, listing, place, seller, storefront

SECRET = "whsec_for_tests_only"


def ordered(price: str = "24.00", *, now: datetime = NOW) -> Placed:
    """One pack of bananas from 李伯, to be paid online; freight is ¥12.00."""
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "香蕉", price).pk, quantity=1, now=NOW)
    return place(basket_id, str(uuid4()), method="stripe", now=now)


@dataclass(frozen=True, slots=True)
class Buyer:
    """阿珍 with her order, between our pages and the provider's."""

    standin: Standin
    placed: Placed

    @property
    def placement(self) -> Placement:
        return Placement.objects.get(pk=self.placed.order_id)

    @property
    def attempt(self) -> PaymentAttempt:
        """The newest."""
        return PaymentAttempt.objects.filter(order_id=self.placed.order_id).order_by("-pk")[0]

    def goes_to_pay(self, now: datetime = NOW) -> str:
        """The address of the provider's page."""
        return start_payment(
            placement=self.placement,
            return_url="http://127.0.0.1/o/return/",
            cancel_url="http://127.0.0.1/o/",
            now=now,
        )

    def pays(self, outcome: str = "success", *, method: str = "alipay", now: datetime = NOW) -> None:
        """Chooses an outcome on the provider's page."""
        form = {"outcome": outcome, "method": method}
        answer = requests.post(self.goes_to_pay(now), data=form, allow_redirects=False, timeout=5)
        assert answer.status_code == 303

    def comes_back(self, now: datetime = NOW) -> str:
        """What our page knows after asking the provider."""
        return look_at_payment(attempt_key=self.attempt.key, actor=PROVIDER, now=now)

    def provider_says(self, becomes: str) -> None:
        """The session becomes paid, failed, expired, without the buyer."""
        self.standin.control("session", {"id": self.attempt.provider_ref, "becomes": becomes})


def store(standin: Standin, said: dict[str, Any], *, now: datetime = NOW) -> int | None:
    """Checks and stores a notice of the stand-in's; None when it was stored before."""
    return _store(standin.control("signed", said), now)


def store_changed(standin: Standin, said: dict[str, Any], change: tuple[str, str]) -> int | None:
    """The same with a word of it changed, signed as if the provider had said it."""
    signed = standin.control("signed", said)
    body = signed["body"].replace(*change).replace(signed["event"], f"evt_{uuid4().hex}")
    header = signature(body.encode(), secret=SECRET, at=int(NOW.timestamp()))
    return _store({"body": body, "signature": header}, NOW)


def _store(signed: dict[str, Any], now: datetime) -> int | None:
    notice = gateway("stripe").parse_notice(
        body=signed["body"].encode(), headers={"Stripe-Signature": signed["signature"]}, now=now
    )
    return store_notice("stripe", notice, now=now)


def hear(standin: Standin, kind: str, *, now: datetime = NOW) -> str:
    """Hears the newest notice of a kind to its end; the remark it is kept with."""
    event_id = store(standin, {"kind": kind}, now=now)
    if event_id is None:
        return "stored before"
    process_notice(event_id, now=now)
    return ProviderEvent.objects.get(pk=event_id).remark
