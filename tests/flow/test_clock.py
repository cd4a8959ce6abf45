"""The clock expires, receives, completes and settles; cash on delivery stays."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from clock.tasks import expire_orders, move_parcels_on
from common.audit import DEMO
from flow.confirm_payment import Outcome
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.prove import prove
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import Problem
from settlement.models import Settlement
from tests.flow.test_story import NOW, listing, pay, place, seller, storefront
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture
from vendors.partner.models import StockRecord

SetClock = Callable[[datetime], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr("clock.tasks.timezone.now", lambda: moment)

    return set_clock


def test_b007_an_unpaid_order_gives_its_goods_back_once(placed: Placed, at: SetClock) -> None:
    assert sum(StockRecord.objects.values_list("num_allocated", flat=True)) == 3
    at(NOW + timedelta(days=3))
    assert expire_orders() == 1
    assert expire_orders() == 0
    assert Placement.objects.get().state == "expired"
    assert sum(StockRecord.objects.values_list("num_allocated", flat=True)) == 0
    assert prove() == []


def test_b024_late_money_reopens_the_order_while_stock_lasts(placed: Placed, at: SetClock) -> None:
    at(NOW + timedelta(days=3))
    expire_orders()
    assert pay(placed) == Outcome.REOPENED
    assert Placement.objects.get().state == "open"
    assert prove() == []


def test_b024_late_money_is_given_back_when_the_goods_are_gone(placed: Placed, at: SetClock) -> None:
    at(NOW + timedelta(days=3))
    expire_orders()
    StockRecord.objects.update(num_in_stock=0)
    assert pay(placed) == Outcome.GIVEN_BACK
    assert Placement.objects.get().state == "expired"
    assert [row.identity for row in prove()] == ["received + returned - sold - lost = on hand"] * 2


def test_silence_counts_as_receipt_and_then_settles(placed: Placed, at: SetClock) -> None:
    pay(placed)
    for index, part in enumerate(VendorOrder.objects.order_by("pk")):
        ship(vendor_order=part, carrier="ems", waybill=f"TEST10{index}", actor=DEMO, now=NOW)
    at(NOW + timedelta(days=9))
    assert move_parcels_on() == 0
    at(NOW + timedelta(days=10))
    assert move_parcels_on() == 2
    at(NOW + timedelta(days=12))
    assert move_parcels_on() == 4
    assert Settlement.objects.count() == 2
    assert Placement.objects.get().state == "completed"
    assert prove() == []


@pytest.mark.django_db
def test_cash_that_nobody_recorded_holds_the_settlement_and_is_listed(at: SetClock) -> None:
    basket_id = basket_of_one()
    place(basket_id, "cash", method="cash_on_delivery")
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST200001", actor=DEMO, now=NOW)
    at(NOW + timedelta(days=10))
    move_parcels_on()
    at(NOW + timedelta(days=13))
    move_parcels_on()
    move_parcels_on()
    assert Settlement.objects.count() == 0
    assert Problem.objects.values_list("kind", flat=True).get() == "cash_missing"
    assert prove() == []


def basket_of_one() -> int:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "香蕉", "30.10").pk, quantity=1, now=NOW)
    return basket_id
