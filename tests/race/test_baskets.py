"""Signing in, which merges two baskets, and adding, against a checkout in another tab: nobody waits for ever."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event
from uuid import uuid4

import pytest
from django.db import connection
from oscar.apps.basket.models import Basket, Line

from accounts.models import User
from common.errors import DomainError
from flow import place_order as placing
from flow.place_order import Placed
from orders.models import BasketOwner, Placement, SoldLine
from orders.services.basket import Visitor, add, merge_on_sign_in, open_basket, set_quantity
from tests.flow.test_story import NOW, listing, place, seller, storefront
from tests.people import person
from tests.race.together import together

pytestmark = pytest.mark.usefixtures("committed_db")
KEY = "browser-key"


class Market:
    """Two goods; 阿珍 with a basket of her own, perhaps, and one of the browser."""

    def __init__(self) -> None:
        vendor = seller("440883106206", "李伯", 1)
        storefront(vendor)
        self.banana, self.rice = listing(vendor, "香蕉", "30.10").pk, listing(vendor, "大米", "19.95").pk
        self.zhen = person("阿珍")

    def basket(self, visitor: Visitor, product_id: int, quantity: int = 1) -> int:
        basket_id = open_basket(visitor)
        add(basket_id=basket_id, product_id=product_id, quantity=quantity, now=NOW)
        return basket_id


@pytest.fixture
def market() -> Market:
    return Market()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


@pytest.fixture
def midway(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A checkout that has its basket, says so, and goes on when somebody waits for it (or after five seconds)."""
    is_midway = Event()
    hold = placing._hold

    def pausing(*arguments: object) -> None:
        is_midway.set()
        for _ in range(500):
            if somebody_waits():
                break
            Event().wait(0.01)
        hold(*arguments)

    monkeypatch.setattr(placing, "_hold", pausing)
    return is_midway


def after(event: Event, call: Callable[[], object]) -> Callable[[], object]:
    def waiting() -> object:
        assert event.wait(10)
        return call()

    return waiting


@pytest.mark.parametrize("has_older", [False, True], ids=["takes it over", "merges"])
def test_signing_in_during_a_checkout_of_the_browsers_basket(
    market: Market, midway: Event, has_older: int
) -> None:
    if has_older:
        own = market.basket(Visitor(market.zhen, None), market.rice)
    guest = market.basket(Visitor(None, KEY), market.banana)
    placed, merged = together(
        [
            partial(place, guest, str(uuid4())),
            after(midway, partial(merge_on_sign_in, user=market.zhen, key=KEY)),
        ]
    )
    assert isinstance(placed, Placed)
    assert merged is False
    assert [row.title for row in SoldLine.objects.all()] == ["香蕉"]
    assert list(BasketOwner.objects.values_list("basket_id")) == ([(own,)] if has_older else [])
    assert Basket.objects.get(pk=guest).status == Basket.SUBMITTED


def test_signing_in_during_a_checkout_of_the_persons_own_basket(market: Market, midway: Event) -> None:
    own = market.basket(Visitor(market.zhen, None), market.rice)
    guest = market.basket(Visitor(None, KEY), market.banana)
    placed, merged = together(
        [
            partial(place, own, str(uuid4())),
            after(midway, partial(merge_on_sign_in, user=market.zhen, key=KEY)),
        ]
    )
    assert isinstance(placed, Placed)
    assert merged is False
    assert [row.title for row in SoldLine.objects.all()] == ["大米"]
    # The browser's basket is now hers.
    assert BasketOwner.objects.values_list("basket_id", "user_id", "key").get() == (
        guest,
        market.zhen.pk,
        None,
    )
    assert Line.objects.get(basket_id=guest).product_id == market.banana


@pytest.mark.parametrize("verb", ["add", "set_quantity"])
def test_nothing_is_put_into_a_basket_that_is_being_submitted(
    market: Market, midway: Event, verb: str
) -> None:
    guest = market.basket(Visitor(None, KEY), market.banana)
    line = Line.objects.get()
    change = (
        partial(add, basket_id=guest, product_id=market.rice, quantity=1, now=NOW)
        if verb == "add"
        else partial(set_quantity, basket_id=guest, line_id=line.pk, quantity=5)
    )
    placed, refused = together([partial(place, guest, str(uuid4())), after(midway, change)])
    assert isinstance(placed, Placed)
    assert isinstance(refused, DomainError)
    assert refused.code == "basket_submitted"
    assert Line.objects.values_list("pk", "quantity").get() == (line.pk, 1)


def test_signing_in_twice_at_once_merges_once(market: Market) -> None:
    own = market.basket(Visitor(market.zhen, None), market.banana, 2)
    market.basket(Visitor(None, KEY), market.banana, 3)
    results = together([partial(merge_on_sign_in, user=market.zhen, key=KEY)] * 4)
    assert sorted(results) == [False, False, False, True]
    assert BasketOwner.objects.values_list("basket_id", flat=True).get() == own
    assert Line.objects.values_list("basket_id", "quantity").get() == (own, 3)


def test_a_first_add_elsewhere_while_signing_in_loses_neither(market: Market) -> None:
    for round_ in range(5):
        fang: User = person(f"阿芳{round_}")
        key = f"{KEY}{round_}"
        market.basket(Visitor(None, key), market.banana)
        results = together(
            [
                partial(merge_on_sign_in, user=fang, key=key),
                partial(market.basket, Visitor(fang, None), market.rice),
            ]
        )
        assert [result for result in results if isinstance(result, Exception)] == []
        owner = BasketOwner.objects.get(user=fang)
        titles = set(Line.objects.filter(basket_id=owner.basket_id).values_list("product__title", flat=True))
        assert titles == {"香蕉", "大米"}


def test_a_checkout_whose_basket_was_merged_meanwhile_writes_nothing(market: Market) -> None:
    market.basket(Visitor(market.zhen, None), market.rice)
    guest = market.basket(Visitor(None, KEY), market.banana)
    assert merge_on_sign_in(user=market.zhen, key=KEY)
    with pytest.raises(DomainError, match="basket_merged"):
        place(guest, str(uuid4()))
    assert Placement.objects.count() == 0
