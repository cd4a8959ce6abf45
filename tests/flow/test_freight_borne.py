"""Freight passes through the household's record; what of it is given back at their cost is an expense."""

from datetime import timedelta
from decimal import Decimal

import pytest
from pytest_django.fixtures import Settings

from accounts.models import User
from common.audit import DEMO
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed
from flow.refund import refund_lines
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.models import IncomeEntry
from income.prove import prove
from tests.flow.test_story import NOW, pay
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture

GOODS, FREIGHT = Decimal("60.20"), Decimal("16.00")
Posted = list[tuple[str, str, Decimal]]


def freight_back(part: VendorOrder, amount: str, bearer: str) -> None:
    refund_lines(
        vendor_order=part,
        lines=[],
        freight=Decimal(amount),
        reason="晚发",
        borne_by=bearer,
        actor=DEMO,
        now=NOW,
    )


def paid_out(part: VendorOrder) -> None:
    ship(vendor_order=part, carrier="ems", waybill="TEST0001", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    later = NOW + timedelta(days=2)
    complete(vendor_order=part, actor=DEMO, now=later)
    settle(vendor_order=part, now=later)
    maker = User.objects.create_user(mobile="13800000001", password="x")
    checker = User.objects.create_user(mobile="13800000002", password="x")
    payout = make_payout(vendor_id=part.vendor_id, made_by=maker, now=later)
    check_payout(payout_id=payout.pk, checked_by=checker, now=later)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B", now=later)


def posted() -> Posted:
    return list(IncomeEntry.objects.order_by("pk").values_list("account", "kind", "amount"))


IN, OUT = "business_income", "business_expense"
SALE = (IN, "own_sale", GOODS)


@pytest.mark.parametrize(
    ("rule", "bearer", "expected"),
    [
        ("outside", "household", [SALE, (OUT, "freight", Decimal("5.00"))]),
        ("outside", "operator", [SALE]),
        ("inside", "household", [SALE, (IN, "freight", FREIGHT - 5), (OUT, "freight", FREIGHT)]),
        ("inside", "operator", [SALE, (IN, "freight", FREIGHT), (OUT, "freight", FREIGHT)]),
    ],
)
def test_freight_given_back_before_settling(
    placed: Placed, settings: Settings, rule: str, bearer: str, expected: Posted
) -> None:
    settings.FREIGHT_IN_INCOME = rule == "inside"
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    assert (part.goods_amount, part.freight_amount) == (GOODS, FREIGHT)
    freight_back(part, "5.00", bearer)
    paid_out(part)
    assert posted() == expected
    assert prove() == []


def test_freight_given_back_after_the_payout_is_an_expense_of_its_day(placed: Placed) -> None:
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    paid_out(part)
    freight_back(part, "5.00", "household")
    freight_back(part, "1.00", "operator")
    assert posted() == [SALE, (OUT, "freight", Decimal("5.00"))]
    assert prove() == []
