"""Concurrency is proved: real connections, real commits, and a control that shows the race without the guard."""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction

from common.audit import DEMO
from common.money import total
from flow.confirm_payment import Outcome
from flow.expire import expire
from flow.place_order import BasketChanged, Placed
from flow.refund import refund_amount
from fulfilment.models import VendorOrder
from income.prove import prove
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import Receipt, Refund
from tests.flow.test_story import NOW, listing, pay, place, placed_order, seller, storefront
from tests.race.together import together
from vendors.partner.models import StockRecord

pytestmark = pytest.mark.usefixtures("committed_db")


def ten_bananas() -> int:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    return listing(vendor, "香蕉", "30.10").pk


def basket_with(product_id: int) -> int:
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=product_id, quantity=1, now=NOW)
    return basket_id


def test_b001_fifty_buyers_for_ten_make_ten_orders() -> None:
    product_id = ten_bananas()
    baskets = [basket_with(product_id) for _ in range(50)]
    results = together([partial(place, basket_id, str(uuid4())) for basket_id in baskets])
    assert sum(isinstance(result, Placed) for result in results) == 10
    assert sum(isinstance(result, BasketChanged) for result in results) == 40
    assert StockRecord.objects.values_list("num_in_stock", "num_allocated").get() == (10, 10)
    assert Placement.objects.count() == 10
    assert prove() == []


def test_the_control_oversells_without_the_guard() -> None:
    """Oscar's way, read then add, with our constraint taken away: more is promised than there is."""
    ten_bananas()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE partner_stockrecord DROP CONSTRAINT stock_held_is_at_most_on_hand")
        cursor.execute("UPDATE partner_stockrecord SET num_in_stock = 1")

    all_have_looked = Barrier(4)

    def naive() -> bool:
        with transaction.atomic():
            stockrecord = StockRecord.objects.get()
            if stockrecord.num_in_stock - stockrecord.num_allocated < 1:
                return False
            all_have_looked.wait()
            stockrecord.allocate(1)
            return True

    assert together([naive] * 4) == [True] * 4
    assert StockRecord.objects.values_list("num_in_stock", "num_allocated").get() == (1, 4)


def test_b015_the_same_submission_four_times_at_once_makes_one_order() -> None:
    basket_id = basket_with(ten_bananas())
    results = together([partial(place, basket_id, "the-same")] * 4)
    assert {result.number for result in results} == {Placement.objects.get().number}
    assert sum(result.is_new for result in results) == 1
    assert StockRecord.objects.values_list("num_allocated", flat=True).get() == 1


def test_b019_the_same_money_three_times_at_once_is_booked_once() -> None:
    placed = placed_order()
    results = together([partial(pay, placed)] * 3)
    assert sorted(results) == [Outcome.ALREADY, Outcome.ALREADY, Outcome.PAID]
    assert Receipt.objects.count() == 1
    assert prove() == []


def test_expiry_against_payment_loses_no_yuan() -> None:
    placed = placed_order()
    late = NOW + timedelta(days=4)
    results = together([partial(pay, placed), partial(expire, order_id=placed.order_id, now=late)])
    assert results[0] in {Outcome.PAID, Outcome.REOPENED}
    placement = Placement.objects.get()
    assert (placement.state, Receipt.objects.get().amount) == ("open", placement.total)
    assert sum(StockRecord.objects.values_list("num_allocated", flat=True)) == 3
    assert prove() == []


def test_b029_two_refunds_at_once_stay_within_one_limit() -> None:
    placed = placed_order()
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    refund = partial(
        refund_amount,
        vendor_order=part,
        amount=Decimal("40.00"),
        reason="坏果",
        borne_by="household",
        actor=DEMO,
        now=NOW,
    )
    results = together([refund, refund])
    assert sum(isinstance(result, Refund) for result in results) == 1
    assert total(list(Refund.objects.values_list("amount", flat=True))) == Decimal("40.00")
    assert prove() == []
