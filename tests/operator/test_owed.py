"""Who is owed and who was paid too much: summed in the database, listed by pages, named in the reader's language."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from common import paging
from common.audit import DEMO
from flow.pay_out import make_payout
from flow.refund import refund_amount
from flow.vendor_state import stop_shop
from fulfilment.models import VendorOrder
from income.prove import prove
from settlement.models import Payout
from settlement.queries import Owed, OwedCount, balance, count_owed, overpaid_vendors, owed_vendors
from tests import people
from tests.flow.test_story import NOW, pay, placed_order
from tests.office.test_branch import recorded
from tests.operator.test_money import settled

LATER = NOW + timedelta(days=10)


@pytest.fixture
def parts(db: None) -> tuple[VendorOrder, VendorOrder]:
    """李伯's part and 陈叔's, both paid by the buyer and neither settled."""
    placed = placed_order()
    pay(placed)
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    return first, second


def refund(part: VendorOrder, yuan: str) -> None:
    refund_amount(
        vendor_order=part, amount=Decimal(yuan), reason="坏果", borne_by="household", actor=DEMO, now=LATER
    )


def test_settlements_less_adjustments_are_owed(parts: tuple[VendorOrder, VendorOrder]) -> None:
    first, second = parts
    for part in parts:
        settled(part, then=LATER)
    refund(first, "0.20")
    rows = owed_vendors(limit=10)
    assert rows == [
        Owed(
            vendor_id=part.vendor_id,
            shop_name=part.vendor.shop_name,
            shop_name_en="",
            is_stopped=False,
            amount=balance(part.vendor_id).owed,
            settlements=1,
        )
        for part in (first, second)
    ]
    assert rows[0].amount == first.total - Decimal("0.20")
    assert (overpaid_vendors(limit=10), count_owed()) == ([], OwedCount(above=2, below=0))


def test_what_is_in_a_payout_is_not_owed_again(parts: tuple[VendorOrder, VendorOrder]) -> None:
    settled(parts[0], then=LATER)
    make_payout(vendor_id=parts[0].vendor_id, made_by=people.person("小梁"), now=LATER)
    assert (owed_vendors(limit=10), count_owed()) == ([], OwedCount(above=0, below=0))


def test_each_list_is_one_bounded_statement(
    parts: tuple[VendorOrder, VendorOrder], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = parts
    for part in parts:
        settled(part, then=LATER)
    with django_assert_num_queries(1) as asked:
        assert [row.vendor_id for row in owed_vendors(limit=1)] == [first.vendor_id]
    assert "LIMIT 1" in asked.captured_queries[0]["sql"]
    assert [row.vendor_id for row in owed_vendors(after=first.vendor_id, limit=1)] == [second.vendor_id]
    with django_assert_num_queries(1):
        count_owed()


def test_the_page_of_payouts_turns_the_list_of_the_owed(
    client: Client, parts: tuple[VendorOrder, VendorOrder], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = parts
    for part in parts:
        settled(part, then=LATER)
    monkeypatch.setattr(paging, "PAGE_SIZE", 1)
    client.force_login(people.staff("cashier"))
    url = reverse("operator:payouts")
    page = client.get(url).content.decode()
    assert (first.vendor.shop_name in page, second.vendor.shop_name in page) == (True, False)
    assert f'href="?owed={first.vendor_id}"' in page
    page = client.get(url, {"owed": first.vendor_id}).content.decode()
    assert (first.vendor.shop_name in page, second.vendor.shop_name in page) == (False, True)


def test_a_refund_after_payout_shows_who_was_paid_too_much_until_the_next_payout(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    first, second = parts
    recorded(first)
    refund(first, "5.00")
    client.force_login(people.staff("cashier"))
    assert (owed_vendors(limit=10), count_owed()) == ([], OwedCount(above=0, below=1))
    home = client.get(reverse("operator:home")).content.decode()
    assert '多付了货款的店铺</a></th><td class="figure">1</td>' in home
    page = client.get(reverse("operator:payouts")).content.decode()
    assert "多付了货款的店铺" in page
    assert '<td class="money minus">−¥5.00</td>' in page
    assert "下次做付款单时自动从货款里扣回" in page
    assert "店铺已停止" not in page
    # 陈叔's money is his own: it is not used to make up for 李伯.
    settled(second, then=LATER)
    assert count_owed() == OwedCount(above=1, below=1)
    assert prove() == []


def test_a_shop_that_stopped_has_no_next_payout(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    recorded(parts[0])
    refund(parts[0], "5.00")
    vendor = parts[0].vendor
    stop_shop(vendor_id=vendor.pk, note="搬家", actor=DEMO, now=LATER)
    client.force_login(people.staff("cashier"))
    assert (
        "不会再有货款可扣，请与农户商量怎样退回" in client.get(reverse("operator:payouts")).content.decode()
    )


def test_english_pages_name_shops_in_english(client: Client, parts: tuple[VendorOrder, VendorOrder]) -> None:
    first, second = parts
    recorded(first)
    settled(second, then=LATER)
    for part, name in ((first, "Uncle Li’s"), (second, "Uncle Chen’s")):
        part.vendor.shop_name_en = name
        part.vendor.save(update_fields=["shop_name_en"])
    client.force_login(people.staff("cashier"))
    payout = Payout.objects.get()
    for path in (f"/en{reverse('operator:payouts')}", f"/en{reverse('operator:payout', args=[payout.pk])}"):
        page = client.get(path).content.decode()
        assert "Uncle Li’s" in page
        assert first.vendor.shop_name not in page
