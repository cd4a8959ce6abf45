"""Every page of the operator renders with things in it, at an exact number of statements."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from common.audit import DEMO
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Receipt
from tests import people
from tests.flow.test_story import NOW, listing, pay, place, placed_order, seller, storefront


@pytest.fixture
def placed(db: None) -> Placed:
    return placed_order()


def cash_order() -> Placed:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "香蕉", "30.10").pk, quantity=1, now=NOW)
    return place(basket_id, str(uuid4()), method="cash_on_delivery")


def test_home_counts_what_waits(
    client: Client, placed: Placed, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.staff("service"))
    with django_assert_num_queries(16):
        page = client.get(reverse("operator:home")).content.decode()
    assert page.count('<td class="figure">1</td>') == 1


def test_an_order_is_found_by_its_number_or_that_of_a_part(client: Client, placed: Placed) -> None:
    number = Placement.objects.get().number
    client.force_login(people.staff("service"))
    for typed in (number, f"{number}-2", f" {number[:6]} {number[6:]} "):
        answer = client.get(reverse("operator:orders"), {"number": typed})
        assert (answer.status_code, answer["Location"]) == (302, reverse("operator:order", args=[number]))
    missing = client.get(reverse("operator:orders"), {"number": "1"})
    assert "没有找到这个订单" in missing.content.decode()


def test_the_order_page_shows_all_of_it(
    client: Client, placed: Placed, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pay(placed)
    number = Placement.objects.get().number
    client.force_login(people.staff("service", "cashier"))
    with django_assert_num_queries(11):
        page = client.get(reverse("operator:order", args=[number])).content.decode()
    for text in (f"{number}-1", f"{number}-2", "13800138000", "香蕉", "沙螺", "¥60.20"):
        assert text in page
    refund = client.get(reverse("operator:refund", args=[f"{number}-1"])).content.decode()
    assert "amount_" in refund


def test_cash_is_received_or_refused(client: Client, db: None) -> None:
    cash_order()
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    client.force_login(people.staff("cashier"))
    assert part.number in client.get(reverse("operator:cash")).content.decode()
    url = reverse("operator:cash-parcel", args=[part.number])
    assert "登记收款" in client.get(url).content.decode()
    attempt = PaymentAttempt.objects.get()
    assert client.post(url, {"amount": attempt.amount, "reference": "C-1"}).status_code == 302
    assert Receipt.objects.get().method == "cash"
    client.post(reverse("operator:cash-refused", args=[part.number]), {"reason": "不要了"})
    part.refresh_from_db()
    assert part.state == "shipped"


def test_cash_refused_at_the_door_earns_nothing(client: Client, db: None) -> None:
    cash_order()
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    client.force_login(people.staff("cashier"))
    for _ in range(2):
        client.post(reverse("operator:cash-refused", args=[part.number]), {"reason": "不要了"})
    part.refresh_from_db()
    assert (part.state, Receipt.objects.count()) == ("cancelled", 0)


def test_lists_page_by_key(client: Client, placed: Placed) -> None:
    pay(placed, "0.01")
    client.force_login(people.staff("service"))
    assert "amount_mismatch" not in client.get(reverse("operator:problems")).content.decode()
    for bad in ("x", "-1", "9" * 40, "１"):
        assert client.get(reverse("operator:problems"), {"from": bad}).status_code == 200
    assert client.get(reverse("operator:problems"), {"from": "1"}).status_code == 200
    assert client.get("/en/operator/transfers/").status_code == 200
