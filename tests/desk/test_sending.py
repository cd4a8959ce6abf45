"""Packing, shipping and the money page, at an exact number of statements."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from flow.place_order import Placed
from fulfilment.models import Parcel, VendorOrder
from tests import people
from tests.flow.test_story import pay, placed_order


@pytest.fixture
def own(client: Client, db: None) -> VendorOrder:
    placed: Placed = placed_order()
    pay(placed)
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    client.force_login(people.member_of(part.vendor))
    return part


def test_pack_then_ship(client: Client, own: VendorOrder) -> None:
    for _ in range(2):
        client.post(reverse("desk:pack"), {"number": own.number})
    own.refresh_from_db()
    assert own.state == "packed"
    url = reverse("desk:ship", args=[own.number])
    sent = {"carrier": "ems", "waybill": " ｅ１２３ 456789 "}
    assert client.post(url, sent).status_code == 302
    again = client.post(url, sent)
    assert "这份订单的状态已经改变" in again.content.decode()
    assert [(row.carrier, row.waybill) for row in Parcel.objects.all()] == [("ems", "E123456789")]


@pytest.mark.parametrize("form", [{}, {"carrier": "ems"}, {"carrier": "x", "waybill": "TEST001"}])
def test_a_slip_that_is_not_complete_ships_nothing(
    client: Client, own: VendorOrder, form: dict[str, str]
) -> None:
    answer = client.post(reverse("desk:ship", args=[own.number]), form)
    assert answer.status_code == 200
    assert "form-errors" in answer.content.decode()
    own.refresh_from_db()
    assert own.state == "to_pack"


def test_a_waybill_has_a_form_and_belongs_to_one_parcel(client: Client, own: VendorOrder) -> None:
    url = reverse("desk:ship", args=[own.number])
    for waybill in ("12345", "运单号一二三四五", "x" * 41):
        answer = client.post(url, {"carrier": "ems", "waybill": waybill})
        assert "运单号是6到40位" in answer.content.decode()
    other = VendorOrder.objects.exclude(pk=own.pk).get()
    Parcel.objects.create(
        vendor_order=other, carrier="ems", waybill="TEST001", shipped_at=own.ship_by, shipped_by="x"
    )
    taken = client.post(url, {"carrier": "ems", "waybill": "TEST001"})
    assert "这个运单号已经用过" in taken.content.decode()
    own.refresh_from_db()
    assert own.state == "to_pack"


def test_pages_cost_an_exact_number_of_statements(
    client: Client, own: VendorOrder, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for page, args, statements in (
        ("home", [], 6),
        ("orders", [], 6),
        ("order", [own.number], 9),
    ):
        with django_assert_num_queries(statements):
            assert client.get(reverse(f"desk:{page}", args=args)).status_code == 200


def test_another_shops_money_is_not_there(client: Client, own: VendorOrder) -> None:
    other = VendorOrder.objects.exclude(pk=own.pk).get()
    assert client.get(reverse("desk:money-of", args=[other.vendor_id])).status_code == 404
    assert client.get(reverse("desk:money-of", args=[10**25])).status_code == 404


def test_the_desk_speaks_english_too(client: Client, own: VendorOrder) -> None:
    assert client.get(f"/en/desk/orders/{own.number}/").status_code == 200
