"""The clock expires, receives, completes and settles; cash on delivery stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError
from django.utils import timezone

from clock.tasks import expire_orders, forget_sessions, move_parcels_on
from common.audit import DEMO
from flow.confirm_payment import Outcome, confirm_payment
from flow.confirm_receipt import confirm_receipt
from flow.money import Money
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.prove import prove
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Problem
from settlement.models import Settlement
from tests.flow.test_story import NOW, listing, pay, place, seller, storefront
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture
from vendors.models import Vendor
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
    part = cash_parcel("TEST200001")
    at(NOW + timedelta(days=10))
    move_parcels_on()
    part.refresh_from_db()
    # Nobody knows whether it was handed over: the carrier's word is awaited.
    assert part.state == "shipped"
    at(NOW + timedelta(days=13))
    assert move_parcels_on() == 0
    assert Settlement.objects.count() == 0
    assert Problem.objects.values_list("kind", flat=True).get() == "cash_missing"
    assert prove() == []


@pytest.mark.django_db
def test_parcels_without_their_cash_keep_no_paid_one_waiting(
    at: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clock.due.BATCH", 1)
    unpaid = cash_parcel("TEST200001")
    confirm_receipt(vendor_order=unpaid, by="buyer", actor=DEMO, now=NOW)
    paid = VendorOrder.objects.get(order_id=place(basket_of(unpaid.vendor), "paid").order_id)
    assert pay_order(paid.order_id) == Outcome.PAID
    ship(vendor_order=paid, carrier="ems", waybill="TEST200002", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=paid, by="buyer", actor=DEMO, now=NOW)
    at(NOW + timedelta(days=9))
    move_parcels_on()
    move_parcels_on()
    assert list(VendorOrder.objects.values_list("state", flat=True)) == ["completed", "completed"]
    assert Settlement.objects.get().vendor_order_id == paid.pk


def test_one_odd_row_does_not_stop_the_clock(
    placed: Placed, at: SetClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pay(placed)
    first, second = VendorOrder.objects.order_by("pk")
    for index, part in enumerate((first, second)):
        ship(vendor_order=part, carrier="ems", waybill=f"TEST30{index}", actor=DEMO, now=NOW)

    words = f"Key (mobile)=({part.order.placement.mobile})"

    def odd(*, vendor_order: VendorOrder, **rest: Any) -> None:
        if vendor_order.pk == first.pk:
            raise IntegrityError(words)
        confirm_receipt(vendor_order=vendor_order, **rest)

    monkeypatch.setattr("clock.tasks.confirm_receipt", odd)
    at(NOW + timedelta(days=10))
    assert move_parcels_on() == 1
    assert list(VendorOrder.objects.order_by("pk").values_list("state", flat=True)) == ["shipped", "received"]
    # The log says which row and where in the code, never a database's words about people.
    assert f"IntegrityError at VendorOrder {first.pk}" in caplog.text
    assert "13800138000" not in caplog.text


def cash_parcel(waybill: str) -> VendorOrder:
    place(basket_of_one(), "cash", method="cash_on_delivery")
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill=waybill, actor=DEMO, now=NOW)
    return part


def pay_order(order_id: int) -> Outcome:
    attempt = PaymentAttempt.objects.get(order_id=order_id)
    money = Money(
        amount=attempt.amount, currency="CNY", provider_ref="T-9", method="transfer", received_at=NOW
    )
    return confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)


def basket_of_one() -> int:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    return basket_of(vendor)


def basket_of(vendor: Vendor) -> int:
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "香蕉", "30.10").pk, quantity=1, now=NOW)
    return basket_id


@pytest.mark.django_db
def test_ended_sessions_are_forgotten() -> None:
    for days in (-1, 1):
        Session.objects.create(
            session_key=f"key{days}", session_data="x", expire_date=timezone.now() + timedelta(days=days)
        )
    forget_sessions()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["key1"]
