"""An officer sees their branch of the place tree, and no buyer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from common.audit import DEMO
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.models import IncomeEntry
from payments.models import Receipt
from tests import people
from tests.flow.test_story import NOW, pay, placed_order

WUYANG, LI, CHEN = "440883106", "440883106206", "440883106210"
OTHER_TOWN, OTHER_VILLAGE = "440883100", "440883100001"
DAY = "2026-11-02"


@pytest.fixture
def placed(db: None) -> Placed:
    made = placed_order()
    pay(made)
    return made


def recorded(part: VendorOrder) -> IncomeEntry:
    """Shipped, completed, settled and paid out."""
    then = NOW + timedelta(days=3)
    ship(vendor_order=part, carrier="ems", waybill=f"TEST00{part.pk}", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    complete(vendor_order=part, actor=DEMO, now=then)
    settle(vendor_order=part, now=then)
    maker, checker = people.person("小梁"), people.person("小何")
    payout = make_payout(vendor_id=part.vendor_id, made_by=maker, now=then)
    check_payout(payout_id=payout.pk, checked_by=checker, now=then)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference=f"B-{part.pk}", now=then)
    return IncomeEntry.objects.get(vendor_order=part)


def pages_of(part: VendorOrder, entry: IncomeEntry) -> list[str]:
    return [
        reverse("office:town", args=[WUYANG]),
        reverse("office:village", args=[LI]),
        reverse("office:household", args=[part.vendor.household_id]),
        reverse("office:entry", args=[entry.pk]),
        reverse("office:receipt", args=[Receipt.objects.get().pk]),
    ]


def test_each_officer_sees_their_branch(client: Client, placed: Placed) -> None:
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    pages = pages_of(part, recorded(part))
    home = [reverse("office:home"), reverse("office:households")]

    def seen(user: User) -> list[int]:
        client.force_login(user)
        return [client.get(url).status_code for url in home + pages]

    assert [client.get(url).status_code for url in home + pages] == [302] * 7
    assert seen(people.officer()) == [200] * 7
    assert seen(people.officer(town=WUYANG)) == [200] * 7
    assert seen(people.officer(village=LI)) == [200, 200, 404, 200, 200, 200, 200]
    # Next door: the receipt paid for them too, and nothing else of 李伯 is theirs.
    assert seen(people.officer(village=CHEN)) == [200, 200, 404, 404, 404, 404, 200]
    assert seen(people.officer(town=OTHER_TOWN)) == [200, 200, 404, 404, 404, 404, 404]
    for stranger in (people.person("阿珍"), people.staff("cashier"), people.member_of(part.vendor)):
        assert seen(stranger) == [404] * 7


def test_the_office_only_reads(client: Client, placed: Placed) -> None:
    client.force_login(people.officer())
    assert client.post(reverse("office:home")).status_code == 405


def test_a_part_outside_the_branch_is_one_sum(client: Client, placed: Placed) -> None:
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    recorded(first)
    client.force_login(people.officer(village=CHEN))
    page = client.get(reverse("office:receipt", args=[Receipt.objects.get().pk])).content.decode()
    assert "您的范围以外的部分" in page
    assert f"¥{first.total}" in page
    assert first.vendor.shop_name not in page
    assert second.vendor.shop_name in page


def test_no_page_names_the_buyer_and_names_of_households_are_masked(client: Client, placed: Placed) -> None:
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    pages = pages_of(part, recorded(part))
    client.force_login(people.officer())
    placement = part.order.placement
    for url in [reverse("office:home"), reverse("office:households"), *pages]:
        page = client.get(url, {"day": DAY}).content.decode()
        for secret in (placement.contact_name, placement.mobile, "测试路", placement.token):
            assert secret not in page
    page = client.get(reverse("office:households")).content.decode()
    assert "李*" in page
    assert "李伯" not in page


def test_pages_cost_an_exact_number_of_statements(
    client: Client, placed: Placed, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    entry = recorded(part)
    client.force_login(people.officer())
    pages = [reverse("office:home"), *pages_of(part, entry), reverse("office:households")]
    for url, statements in zip(pages, (7, 8, 8, 14, 8, 8, 7), strict=True):
        with django_assert_num_queries(statements):
            assert client.get(url, {"day": DAY}).status_code == 200


@pytest.mark.parametrize("day", ["", "x", "2026-13-01", "0001-01-01", "9999-12-31", "2026-11-02x"])
def test_any_day_in_the_address_gives_a_page(client: Client, placed: Placed, day: str) -> None:
    client.force_login(people.officer())
    assert client.get(reverse("office:home"), {"day": day}).status_code == 200


@pytest.mark.parametrize("query", [{"year": "9" * 18}, {"month": "9" * 18}, {"year": "x", "from": "-1"}])
def test_any_year_in_the_address_gives_a_page(client: Client, placed: Placed, query: dict[str, str]) -> None:
    household_id = VendorOrder.objects.order_by("pk")[0].vendor.household_id
    client.force_login(people.officer())
    assert client.get(reverse("office:household", args=[household_id]), query).status_code == 200
    assert client.get(reverse("office:household", args=[10**25])).status_code == 404
