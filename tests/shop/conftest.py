"""Two households of two villages with one product each, and a shopper's ways through the pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from catalog.models import Listing
from catalog.services.listings import change_price
from common.audit import DEMO
from tests.flow.test_story import listing, seller, storefront
from tests.shop.provider import Provider

# Full-width digits, as a phone's keyboard may write them.
ADDRESS = {
    "name": "阿珍",
    "mobile": "１３８００１３８０００",
    "area_code": "440106",
    "area_text": "",
    "detail": "测试路1号",
    "note": "",
    "method": "bank_transfer",
}


@dataclass(frozen=True, slots=True)
class Shop:
    """What is on the shelves: ten packs of each."""

    banana: Listing
    clam: Listing


@pytest.fixture
def shop(db: None) -> Shop:
    li, chen = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    for vendor in (li, chen):
        storefront(vendor)
    return Shop(banana=listing(li, "吴阳香蕉", "30.10"), clam=listing(chen, "沙螺", "19.95"))


def put(client: Client, goods: Listing, quantity: str = "1") -> HttpResponse:
    """Into the basket, from a page of ours."""
    return client.post(
        "/basket/add/",
        {"product": goods.pk, "quantity": quantity},
        headers={"Sec-Fetch-Site": "same-origin"},
    )


def price(goods: Listing, amount: str) -> None:
    """The vendor changes the price."""
    change_price(listing=goods, price=Decimal(amount), actor=DEMO, now=timezone.now())


def confirmed(client: Client, **changed: str) -> dict[str, str]:
    """What the confirm button sends after the sum was shown."""
    submission = client.get("/checkout/").context["form"]["submission"].value()
    typed = {**ADDRESS, "submission": submission, **changed}
    summed = client.post("/checkout/", {**typed, "calculate": "1"}).context["sum"]
    return {**typed, "shown": summed.shown, "exceptions": "on", "place": "1"}


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    made = Provider()
    for place in ("flow.start_payment", "flow.look_at_payment"):
        monkeypatch.setattr(f"{place}.gateway", lambda _code: made)
    cache.clear()
    yield made
    cache.clear()
