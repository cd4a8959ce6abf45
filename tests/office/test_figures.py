"""Every page shows the same yuan, and each yuan leads to its payment in at most three clicks."""

import re
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Listing
from common.audit import DEMO
from flow.cancel import cancel_by_operator, cancel_unpaid
from flow.confirm_payment import confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.money import Money
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.refund import refund_amount, refund_lines
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import SalesDay, VendorOrder
from fulfilment.services.shares import LineShare
from income.models import IncomeEntry
from income.prove import prove
from orders.models import SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Receipt
from places.models import VillageDesignation
from settlement.models import Payout
from tests import people
from tests.flow.test_story import NOW, listing, place, seller, storefront
from vendors.models import Vendor

DAY = "2026-11-02"
LATER = NOW + timedelta(days=3)


@pytest.fixture
def vendor(db: None) -> Vendor:
    made = seller("440883106206", "李伯", 1)
    storefront(made)
    return made


def bought(goods: Listing, quantity: int = 1, *, is_paid: bool = True) -> VendorOrder:
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=goods.pk, quantity=quantity, now=NOW)
    order_id = place(basket_id, str(uuid4())).order_id
    if is_paid:
        attempt = PaymentAttempt.objects.get(order_id=order_id)
        money = Money(attempt.amount, "CNY", f"T-{attempt.pk}", "transfer", NOW)
        confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)
    return VendorOrder.objects.get(order_id=order_id)


def paid_out(vendor: Vendor, *parts: VendorOrder) -> None:
    """Shipped, completed, settled and paid out on 5 November."""
    for part in parts:
        ship(vendor_order=part, carrier="ems", waybill=f"TEST00{part.pk}", actor=DEMO, now=NOW)
        confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
        complete(vendor_order=part, actor=DEMO, now=LATER)
        settle(vendor_order=part, now=LATER)
    maker, checker = people.person("小梁"), people.person("小何")
    payout = make_payout(vendor_id=vendor.pk, made_by=maker, now=LATER)
    check_payout(payout_id=payout.pk, checked_by=checker, now=LATER)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference=f"B-{payout.pk}", now=LATER)


def page_of(client: Client, name: str, *args: object, **query: object) -> str:
    return client.get(reverse(f"office:{name}", args=args), query).content.decode()


def test_b059_cancelled_and_refunded_orders_are_no_sales_on_any_page(client: Client, vendor: Vendor) -> None:
    hundred = bought(listing(vendor, "鹅", "100.00"))
    forty = bought(listing(vendor, "虾", "40.00"), is_paid=False)
    cancel_unpaid(order_id=forty.order_id, actor=DEMO, now=NOW)
    sixty = bought(listing(vendor, "蟹", "60.00"))
    cancel_by_operator(vendor_order=sixty, reason="台风", actor=DEMO, now=NOW)
    thirty = bought(listing(vendor, "番薯", "30.00"))
    refund_amount(
        vendor_order=thirty,
        amount=Decimal("10.00"),
        reason="坏果",
        borne_by="household",
        actor=DEMO,
        now=NOW,
    )
    paid_out(vendor, hundred, thirty)
    client.force_login(people.officer())
    for name, args in (("home", []), ("town", ["440883106"]), ("village", ["440883106206"])):
        page = page_of(client, name, *args, day=DAY)
        # Figure and proof of day and month, the row and the sum of the table.
        assert page.count("¥120.00") == 8
        assert "两个算法一致" in page
        assert '<th scope="row">已取消</th><td class="figure">2</td>' in page
    record = page_of(client, "household", vendor.household_id)
    assert "<dd>¥120.00<small>按台账逐笔计算：¥120.00</small></dd>" in record
    client.force_login(people.member_of(vendor))
    money = client.get(reverse("desk:money")).content.decode()
    entries = IncomeEntry.objects.values_list("amount", flat=True)
    assert sum(entries) == Decimal("120.00")
    assert all(f"<dd>¥{amount}</dd>" in money for amount in entries)
    assert prove() == []


def test_a_wrong_roll_up_shows_beside_the_receipts(client: Client, vendor: Vendor) -> None:
    bought(listing(vendor, "鹅", "100.00"))
    SalesDay.objects.update(sold=Decimal("100.01"))
    client.force_login(people.officer())
    page = page_of(client, "home", day=DAY)
    assert "¥100.01" in page
    assert "按收款、退款逐笔计算：¥100.00" in page
    assert "两个算法不一致" in page


def test_a_day_ends_at_midnight_in_shanghai(client: Client, vendor: Vendor) -> None:
    bought(listing(vendor, "鹅", "100.00"))
    part = VendorOrder.objects.get()
    # 23:59 and 00:01 in Shanghai.
    for moment, yuan in (
        (NOW.replace(hour=15, minute=59), "1.00"),
        (NOW.replace(hour=16, minute=1), "2.00"),
    ):
        refund_amount(
            vendor_order=part,
            amount=Decimal(yuan),
            reason="坏果",
            borne_by="operator",
            actor=DEMO,
            now=moment,
        )
    client.force_login(people.officer())
    first, second = page_of(client, "home", day=DAY), page_of(client, "home", day="2026-11-03")
    assert (first.count("¥99.00"), "两个算法一致" in first) == (8, True)
    assert (second.count("−¥2.00"), second.count("¥97.00"), "两个算法一致" in second) == (4, 4, True)


def test_b031_a_refund_by_staff_lowers_every_page_at_once(
    client: Client, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)
    whole = bought(listing(vendor, "鹅", "60.00"))
    thirds = bought(listing(vendor, "番薯", "10.00"), quantity=3)
    paid_out(vendor, whole, thirds)
    client.force_login(people.staff("service"))
    submission = {"borne_by": "household", "reason": "坏果"}
    line = SoldLine.objects.get(packed_in__vendor_order=thirds)
    client.post(
        reverse("operator:refund", args=[whole.number]),
        {**submission, "submission": str(uuid4()), "amount": "60.00"},
    )
    client.post(
        reverse("operator:refund", args=[thirds.number]),
        {**submission, "submission": str(uuid4()), f"amount_{line.pk}": "10", f"returned_{line.pk}": "1"},
    )
    net = {
        part.pk: sum(IncomeEntry.objects.filter(vendor_order=part).values_list("amount", flat=True))
        for part in (whole, thirds)
    }
    assert net == {whole.pk: Decimal("0.00"), thirds.pk: Decimal("20.00")}
    client.force_login(people.member_of(vendor))
    money = client.get(reverse("desk:money")).content.decode()
    assert "<dd>−¥60.00</dd>" in money
    assert "<dd>−¥10.00</dd>" in money
    client.force_login(people.officer())
    record = page_of(client, "household", vendor.household_id)
    assert "−¥60.00" in record
    assert "<dd>¥20.00<small>按台账逐笔计算：¥20.00</small></dd>" in record
    assert "两个算法一致" in page_of(client, "home")
    assert prove() == []


def test_a_refund_borne_by_others_leaves_the_record_alone(client: Client, vendor: Vendor) -> None:
    part = bought(listing(vendor, "鹅", "60.00"))
    paid_out(vendor, part)
    line = SoldLine.objects.get(packed_in__vendor_order=part)
    refund_lines(
        vendor_order=part,
        lines=[LineShare(line.pk, Decimal("10.00"))],
        freight=Decimal("0.00"),
        reason="丢件",
        borne_by="carrier",
        actor=DEMO,
        now=LATER,
    )
    entry = IncomeEntry.objects.get()
    client.force_login(people.officer())
    trace = page_of(client, "entry", entry.pk)
    assert "¥60.00" in trace
    assert "承运方承担" in trace


def test_one_yuan_is_followed_to_its_payment_and_back(client: Client, vendor: Vendor) -> None:
    part = bought(listing(vendor, "鹅", "60.00"))
    paid_out(vendor, part)
    refund_amount(
        vendor_order=part,
        amount=Decimal("6.00"),
        reason="坏果",
        borne_by="household",
        actor=DEMO,
        now=NOW.replace(month=12),
    )
    client.force_login(people.officer())
    record = page_of(client, "household", vendor.household_id)
    receipt = Receipt.objects.get()
    sale, minus = IncomeEntry.objects.order_by("pk")
    assert (minus.on, minus.amount) == (date(2026, 12, 2), Decimal("-6.00"))
    for entry in (sale, minus):
        first = reverse("office:entry", args=[entry.pk])
        assert f'href="{first}"' in record
        trace = client.get(first).content.decode()
        second = reverse("office:receipt", args=[receipt.pk])
        assert f'href="{second}"' in trace
        for text in (part.number, Payout.objects.get().bank_reference, "坏果", receipt.provider_ref):
            assert text in trace
        money = client.get(second).content.decode()
        assert f'href="{first}"' in money
    months = re.findall(r"#entries\">(\d{4}-\d{2})</a>", record)
    assert months == ["2026-11", "2026-12"]
    december = page_of(client, "household", vendor.household_id, year=sale.income_year, month=12)
    assert reverse("office:entry", args=[sale.pk]) not in december


def test_the_page_warns_when_the_list_of_villages_is_not_complete(client: Client, vendor: Vendor) -> None:
    client.force_login(people.officer())
    whole = page_of(client, "home")
    assert "/16 个村" not in whole
    assert "示例名单" in whole
    last = VillageDesignation.objects.order_by("pk")[0]
    last.ended_on = date(2026, 11, 1)
    last.save()
    assert "15/16 个村" in page_of(client, "home")
