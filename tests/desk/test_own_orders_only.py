"""A vendor sees and moves only their own part of an order."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from common.audit import DEMO
from common.models import AuditEntry
from flow.confirm_receipt import complete, confirm_receipt
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import Parcel, VendorOrder
from fulfilment.queries.addresses import ship_to
from tests import people
from tests.flow.test_story import NOW, pay, placed_order
from vendors.services.accounts import stop_acting_for


@pytest.fixture
def placed(db: None) -> Placed:
    made = placed_order()
    pay(made)
    return made


def parts_of(placed: Placed) -> tuple[VendorOrder, VendorOrder]:
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    return first, second


def test_who_may_enter(client: Client, placed: Placed) -> None:
    own, _other = parts_of(placed)
    urls = [
        reverse("desk:orders"),
        reverse("desk:order", args=[own.number]),
        reverse("desk:money"),
        reverse("desk:money-of", args=[own.vendor_id]),
    ]
    for url in [reverse("desk:home"), *urls]:
        assert client.get(url)["Location"].startswith(reverse("accounts:code"))
    for user in (people.person("阿珍"), people.officer(), people.staff("service")):
        client.force_login(user)
        assert client.get(reverse("desk:home")).status_code == 403
        assert [client.get(url).status_code for url in urls] == [404] * 4
    client.force_login(people.member_of(own.vendor))
    assert [client.get(url).status_code for url in [reverse("desk:home"), *urls]] == [200] * 5


def test_b044_a_vendor_sees_and_changes_only_their_own_part(client: Client, placed: Placed) -> None:
    own, other = parts_of(placed)
    client.force_login(people.member_of(own.vendor))
    for url in (reverse("desk:home"), reverse("desk:orders"), reverse("desk:order", args=[own.number])):
        page = client.get(url).content.decode()
        assert "香蕉" in page
        assert "沙螺" not in page
        assert other.number not in page
    page = client.get(reverse("desk:order", args=[own.number])).content.decode()
    assert "¥60.20" in page
    assert own.order.placement.token not in page
    assert str(own.order.placement.total) not in page
    assert client.get(reverse("desk:order", args=[other.number])).status_code == 404
    for url, form in (
        (reverse("desk:pack"), {"number": other.number}),
        (reverse("desk:ship", args=[other.number]), {"carrier": "ems", "waybill": "TEST001"}),
    ):
        assert client.post(url, form).status_code == 404
    other.refresh_from_db()
    assert (other.state, Parcel.objects.count()) == ("to_pack", 0)
    refused = AuditEntry.objects.filter(action="refused", object_id=other.number)
    assert refused.count() == 3


def test_b046_marking_several_checks_whose_they_are(client: Client, placed: Placed) -> None:
    own, other = parts_of(placed)
    client.force_login(people.member_of(own.vendor))
    foreign = client.post(reverse("desk:pack"), {"number": [own.number, other.number]})
    unknown = client.post(reverse("desk:pack"), {"number": [own.number, "2611020000000000-1"]})
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert foreign.content == unknown.content
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.state, other.state) == ("to_pack", "to_pack")
    assert AuditEntry.objects.filter(action="refused").count() == 2


def test_a_member_who_left_is_out_at_the_next_tap(client: Client, placed: Placed) -> None:
    own, _other = parts_of(placed)
    user = people.member_of(own.vendor)
    client.force_login(user)
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 200
    stop_acting_for(vendor=own.vendor, user=user, actor=DEMO, now=NOW)
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 404


def test_an_unpaid_order_is_nobodys_work(client: Client, db: None) -> None:
    own, _other = parts_of(placed_order())
    client.force_login(people.member_of(own.vendor))
    assert client.get(reverse("desk:order", args=[own.number])).status_code == 404
    assert own.number not in client.get(reverse("desk:orders")).content.decode()


@pytest.mark.parametrize(("days", "is_masked"), [(0, False), (29, False), (30, True), (400, True)])
def test_the_buyer_is_masked_30_days_after_completion(placed: Placed, days: int, *, is_masked: bool) -> None:
    own, _other = parts_of(placed)
    completed_at = NOW + timedelta(days=3)
    ended(own, completed_at)
    own.refresh_from_db()
    to = ship_to(own, now=completed_at + timedelta(days=days))
    assert to.is_masked == is_masked
    assert to.name == ("阿*" if is_masked else "阿珍")
    assert to.mobile == ("138****8000" if is_masked else "13800138000")
    assert ("测试路" in to.address) != is_masked


def ended(part: VendorOrder, then: datetime) -> None:
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    complete(vendor_order=part, actor=DEMO, now=then)
