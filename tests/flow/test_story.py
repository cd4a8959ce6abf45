"""The spine: from the basket to the income record, to the fen."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from catalog.models import Listing
from catalog.services.listings import Draft, list_product
from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from common.money import total
from flow.confirm_payment import Outcome, confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.money import Money
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed, freight_of, place_order
from flow.refund import refund_amount
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from households.models import HouseholdStatus
from households.services import enter_household
from income.models import IncomeEntry, IncomeMonth
from income.prove import prove
from orders.queries.basket import basket_view, shown_as
from orders.services.basket import Visitor, add, new_key, open_basket
from orders.services.placing import clean_contact
from payments.models import PaymentAttempt, Refund
from places.models import Village
from places.queries import area_of
from vendors.models import Vendor
from vendors.services.accounts import open_household_vendor, set_payee

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def seller(village_code: str, name: str, number: int) -> Vendor:
    household = enter_household(
        village=Village.objects.get(pk=village_code),
        head_name=name,
        head_id_number="",
        national_household_no=None,
        provisional_no=f"T{number}",
        status=HouseholdStatus.Status.REGISTERED,
        since=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    vendor = open_household_vendor(
        household=household,
        shop_name=f"{name}的店",
        shop_name_en="",
        declared_on=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    set_payee(
        vendor=vendor,
        holder_name=name,
        bank_name="测试银行",
        account_number="0000",
        verified_on=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    return vendor


def listing(vendor: Vendor, title: str, price: str) -> Listing:
    draft = Draft(
        title=title,
        title_en=title,
        summary="",
        summary_en="",
        category=Listing.Category.FRUIT,
        product_class=Listing.ProductClass.OWN_PRODUCE,
        return_rule=Listing.ReturnRule.PERISHABLE,
        spec="5斤装",
        spec_en="2.5 kg",
        net_weight_g=2500,
        price=Decimal(price),
        picture="banana",
    )
    return list_product(vendor=vendor, draft=draft, quantity=10, actor=DEMO, now=NOW)


def storefront(vendor: Vendor) -> None:
    open_storefront(
        village=vendor.village,
        name="店",
        name_en="shop",
        story="",
        story_en="",
        picture="",
        actor=DEMO,
        now=NOW,
    )


def placed_order() -> Placed:
    li, chen = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    for vendor in (li, chen):
        storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(li, "香蕉", "30.10").pk, quantity=2, now=NOW)
    add(basket_id=basket_id, product_id=listing(chen, "沙螺", "19.95").pk, quantity=1, now=NOW)
    return place(basket_id, str(uuid4()))


@pytest.fixture
def placed(db: None) -> Placed:
    return placed_order()


def place(basket_id: int, submission: str, *, method: str = "bank_transfer", now: datetime = NOW) -> Placed:
    view = basket_view(basket_id, now=now)
    freight = freight_of(view, province_code="44")
    contact = clean_contact(
        name="阿珍", mobile="１３８００１３８０００", area=area_of("440106"), detail="测试路1号", note=""
    )
    return place_order(
        submission=submission,
        basket_id=basket_id,
        contact=contact,
        method=method,
        language="zh-hans",
        buyer=None,
        shown=shown_as(view, freight),
        exceptions_confirmed=True,
        actor=DEMO,
        now=now,
    )


def pay(placed: Placed, amount: str | None = None) -> Outcome:
    attempt = PaymentAttempt.objects.get(order_id=placed.order_id)
    money = Money(
        amount=Decimal(amount) if amount else attempt.amount,
        currency="CNY",
        provider_ref="T-1",
        method="transfer",
        received_at=NOW,
    )
    return confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)


def test_from_basket_to_income_record(placed: Placed) -> None:
    assert pay(placed) == Outcome.PAID
    assert pay(placed) == Outcome.ALREADY
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    assert (first.goods_amount, second.goods_amount) == (Decimal("60.20"), Decimal("19.95"))
    for index, part in enumerate((first, second)):
        ship(vendor_order=part, carrier="ems", waybill=f"TEST00{index}", actor=DEMO, now=NOW)
        confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
        complete(vendor_order=part, actor=DEMO, now=NOW + timedelta(days=2))
        assert settle(vendor_order=part, now=NOW + timedelta(days=2)) is not None
    maker = User.objects.create_user(mobile="13800000001", password="x")
    checker = User.objects.create_user(mobile="13800000002", password="x")
    paid_at = NOW + timedelta(days=3)
    payout = make_payout(vendor_id=first.vendor_id, made_by=maker, now=paid_at)
    check_payout(payout_id=payout.pk, checked_by=checker, now=paid_at)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B-1", now=paid_at)
    entry = IncomeEntry.objects.get()
    assert (entry.amount, entry.on) == (Decimal("60.20"), date(2026, 11, 5))
    later = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    refund_amount(
        vendor_order=first,
        amount=Decimal("10.05"),
        reason="坏果",
        borne_by="household",
        actor=DEMO,
        now=later,
    )
    entries = IncomeEntry.objects.filter(household=first.vendor.household)
    assert [(row.amount, row.on) for row in entries] == [
        (Decimal("60.20"), date(2026, 11, 5)),
        (Decimal("-10.05"), date(2026, 12, 1)),
    ]
    assert total([row.income for row in IncomeMonth.objects.all()]) == Decimal("50.15")
    assert prove() == []


def test_prove_names_a_difference(placed: Placed) -> None:
    assert prove() == []
    IncomeMonth.objects.create(
        household=VendorOrder.objects.filter(order_id=placed.order_id).first().vendor.household,
        month=date(2026, 11, 1),
        income_year=2027,
        income=Decimal("0.01"),
    )
    assert [(row.identity, row.left, row.right) for row in prove()] == [
        ("months = entries", "0: 0.01 - 0.00", "0: 0 - 0")
    ]


def test_b027_a_wrong_amount_pays_nothing(placed: Placed) -> None:
    assert pay(placed, "0.01") == Outcome.MISMATCH
    assert PaymentAttempt.objects.get(order_id=placed.order_id).state == "open"


def test_b029_refunds_stop_at_what_is_left(placed: Placed) -> None:
    pay(placed)
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    kept = part.kept
    for amount, is_taken in ((kept - 1, True), (Decimal(10), False), (Decimal(1), True)):
        if is_taken:
            refund_amount(
                vendor_order=part, amount=amount, reason="测试", borne_by="operator", actor=DEMO, now=NOW
            )
            continue
        with pytest.raises(Exception, match="refund_too_large"):
            refund_amount(
                vendor_order=part, amount=amount, reason="测试", borne_by="operator", actor=DEMO, now=NOW
            )
    assert total([row.amount for row in Refund.objects.all()]) == kept
    assert prove() == []


def test_the_ledger_refuses_to_be_rewritten(placed: Placed) -> None:
    pay(placed)
    receipt = PaymentAttempt.objects.get(order_id=placed.order_id).receipt
    with pytest.raises(IntegrityError, match="append_only"), transaction.atomic():
        receipt.delete()
