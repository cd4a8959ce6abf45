"""B041: corrected weights count in the report, in one row, and in the household's income."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from accounts.models import User
from catalog.models import Listing
from catalog.services.listings import Draft, list_product
from common.audit import DEMO
from flow.confirm_payment import confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.money import Money
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from fulfilment.queries.goods_sold import sent, to_pick
from income.models import IncomeMonth
from income.prove import prove
from messages.models import OutboxMessage
from messages.texts import text_of
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Refund
from tests.flow.test_story import NOW, place, seller, storefront
from vendors.models import Vendor

LATER = NOW + timedelta(days=3)


def bacon(vendor: Vendor) -> Listing:
    draft = Draft(
        title="腊肉",
        title_en="Cured pork",
        summary="",
        summary_en="",
        category=Listing.Category.FRUIT,
        product_class=Listing.ProductClass.OWN_PRODUCE,
        return_rule=Listing.ReturnRule.PERISHABLE,
        spec="2斤",
        spec_en="1 kg",
        net_weight_g=1000,
        price=Decimal("60.00"),
        picture="rice",
    )
    return list_product(vendor=vendor, draft=draft, quantity=10, actor=DEMO, now=NOW)


def ordered(product: Listing, *, method: str = "bank_transfer") -> VendorOrder:
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=product.pk, quantity=1, now=NOW)
    placed = place(basket_id, str(uuid4()), method=method)
    if method == "bank_transfer":
        paid(placed.order_id)
    return VendorOrder.objects.get(order_id=placed.order_id)


def paid(order_id: int) -> None:
    attempt = PaymentAttempt.objects.get(order_id=order_id)
    money = Money(attempt.amount, "CNY", f"T-{attempt.pk}", "transfer", NOW)
    confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)


def sold_line(part: VendorOrder) -> int:
    return part.lines.get().sold_line_id


def sent_off(part: VendorOrder, packed_g: int | None = None) -> None:
    weights = {sold_line(part): packed_g} if packed_g else None
    waybill = f"TEST{part.pk:06d}"
    ship(vendor_order=part, carrier="ems", waybill=waybill, packed_g=weights, actor=DEMO, now=NOW)


def arrived(part: VendorOrder) -> None:
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    complete(vendor_order=part, actor=DEMO, now=LATER)
    settle(vendor_order=part, now=LATER)


def paid_out(vendor: Vendor) -> None:
    maker = User.objects.create_user(mobile="13800000001", password=None)
    checker = User.objects.create_user(mobile="13800000002", password=None)
    payout = make_payout(vendor_id=vendor.pk, made_by=maker, now=LATER)
    check_payout(payout_id=payout.pk, checked_by=checker, now=LATER)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B-1", now=LATER)


@pytest.mark.django_db
def test_b041_one_row_of_what_really_left_and_the_income_of_it() -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    product = bacon(vendor)
    first, second = ordered(product), ordered(product)
    assert [(row.packs, row.grams, row.amount) for row in to_pick([vendor.pk])] == [
        (2, 2000, Decimal("120.00"))
    ]
    sent_off(first)
    sent_off(second, 900)
    refund = Refund.objects.get()
    assert (refund.amount, refund.kind, refund.reason) == (Decimal("6.00"), "short", "少重退差价")
    assert [share.borne_by for share in refund.shares.all()] == ["household"]
    for part in (first, second):
        arrived(part)
    assert to_pick([vendor.pk]) == []
    # 3.8 jin, one row.
    assert [(row.title, row.packs, row.grams, row.amount) for row in sent([vendor.pk])] == [
        ("腊肉", 2, 1900, Decimal("114.00"))
    ]
    paid_out(vendor)
    assert [month.income for month in IncomeMonth.objects.all()] == [Decimal("114.00")]
    assert prove() == []


@pytest.mark.django_db
def test_the_buyer_hears_of_it_in_the_one_message_that_it_left() -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    part = ordered(bacon(vendor))
    sent_off(part, 900)
    told = OutboxMessage.objects.exclude(template__in=["placed", "paid", "to_pack"])
    assert [row.template for row in told] == ["shipped_short"]
    text = text_of(template=told[0].template, context=told[0].context, language="zh-hans")
    assert f"订单 {part.number} 已发货" in text
    assert "差价 ¥6.00 退给您" in text


@pytest.mark.django_db
@pytest.mark.parametrize("packed_g", [1000, 1001, 2000])
def test_more_than_sold_never_costs_more(packed_g: int) -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    part = ordered(bacon(vendor))
    sent_off(part, packed_g)
    part.refresh_from_db()
    assert (part.kept, Refund.objects.count()) == (part.total, 0)
    assert [row.grams for row in sent([vendor.pk])] == [packed_g]


@pytest.mark.django_db
@pytest.mark.parametrize("packed_g", [1, 499, 2001, 100_000])
def test_a_slip_of_the_hand_is_asked_about_and_nothing_leaves(packed_g: int) -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    part = ordered(bacon(vendor))
    with pytest.raises(Exception, match="odd_weight"):
        sent_off(part, packed_g)
    part.refresh_from_db()
    assert (part.state, part.lines.get().packed_g, Refund.objects.count()) == ("to_pack", None, 0)


@pytest.mark.django_db
def test_with_cash_the_difference_is_owed_when_the_cash_is_here() -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    part = ordered(bacon(vendor), method="cash_on_delivery")
    sent_off(part, 900)
    assert Refund.objects.count() == 0
    paid(part.order_id)
    assert [(row.kind, row.amount, row.is_manual) for row in Refund.objects.all()] == [
        ("short", Decimal("6.00"), True)
    ]
    assert OutboxMessage.objects.filter(template="refunded").count() == 1
    assert prove() == []
