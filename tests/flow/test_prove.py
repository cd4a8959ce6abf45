"""Every way to bend the books by hand is named by `prove`, and the roll-ups can be rebuilt from their sources."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from common.audit import DEMO
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed
from flow.refund import refund_amount
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import SalesDay, VendorOrder
from income.models import IncomeMonth
from income.prove import prove
from settlement.take_home import fee_of_line, take_home
from tests.flow.test_story import NOW, pay
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture

TRIGGERS = "SET session_replication_role = replica"


@pytest.fixture
def paid_out(placed: Placed) -> VendorOrder:
    """One part of an order paid out, ¥3 refunded before and ¥2 after; the other still to be shipped."""
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    give = {"vendor_order": part, "reason": "坏果", "borne_by": "household", "actor": DEMO}
    refund_amount(**give, amount=Decimal("3.00"), now=NOW)
    ship(vendor_order=part, carrier="ems", waybill="TEST0001", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    done = NOW + timedelta(days=2)
    complete(vendor_order=part, actor=DEMO, now=done)
    settle(vendor_order=part, now=done)
    maker = User.objects.create_user(mobile="13800000001", password="x")
    checker = User.objects.create_user(mobile="13800000002", password="x")
    payout = make_payout(vendor_id=part.vendor_id, made_by=maker, now=done)
    check_payout(payout_id=payout.pk, checked_by=checker, now=done)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B", now=done + timedelta(days=1))
    refund_amount(**give, amount=Decimal("2.00"), now=done + timedelta(days=2))
    assert prove() == []
    return part


BENT = {
    "attempt = its receipt and refunds": "UPDATE payments_paymentattempt SET refunded = refunded - 1",
    "refund = its shares": "UPDATE payments_refund SET amount = amount + 1",
    "refunded = shares of the part and of the line": "UPDATE orders_soldline SET refunded_amount = 1",
    "order = its parts = their lines": "UPDATE orders_placement SET goods_total = goods_total + 1, total = total + 1",
    "a cancelled part keeps nothing": "UPDATE fulfilment_vendororder SET state = 'cancelled', cancelled_at = now()",
    "settlement = its vendor order and its lines": "UPDATE settlement_settlementline SET goods_kept = goods_kept - 1",
    "payout = its items": "UPDATE settlement_payout SET amount = amount + 1",
    "settled = paid + held + owed": "UPDATE settlement_payoutitem SET is_live = false",
    "sales days = goods of receipts and refund shares": "UPDATE fulfilment_salesday SET day = day + 1",
    "what has left or is cancelled holds nothing": "UPDATE vendors_stockhold SET taken = 0",
    "held = open holds": "UPDATE vendors_stockhold SET released = 1, taken = 0",
    "months = entries": "DELETE FROM income_incomemonth",
}


@pytest.mark.parametrize(("identity", "bent"), BENT.items(), ids=list(BENT))
def test_a_bent_figure_is_named(paid_out: VendorOrder, identity: str, bent: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS)
        cursor.execute(bent)
    assert identity in {row.identity for row in prove()}


def test_two_wrongs_that_cancel_out_are_named_too(paid_out: VendorOrder) -> None:
    SalesDay.objects.update(sold=Decimal("1.00"), refunded=Decimal("1.00"))
    IncomeMonth.objects.update(income=Decimal("1001.00"), expense=Decimal("950.00"))
    named = {row.identity for row in prove()}
    assert {"sales days = goods of receipts and refund shares", "months = entries"} <= named


def test_the_roll_ups_are_rebuilt_from_their_sources(
    paid_out: VendorOrder, capsys: pytest.CaptureFixture[str]
) -> None:
    days = list(
        SalesDay.objects.order_by("day", "vendor_id").values_list("day", "vendor_id", "sold", "refunded")
    )
    months = list(IncomeMonth.objects.order_by("month").values_list("month", "income", "expense", "entries"))
    SalesDay.objects.order_by("pk").first().delete()  # type: ignore[union-attr]
    SalesDay.objects.update(sold=Decimal("9.00"))
    IncomeMonth.objects.all().delete()
    call_command("rebuild_figures")
    assert prove() == []
    assert days == list(
        SalesDay.objects.order_by("day", "vendor_id").values_list("day", "vendor_id", "sold", "refunded")
    )
    assert months == list(
        IncomeMonth.objects.order_by("month").values_list("month", "income", "expense", "entries")
    )
    capsys.readouterr()
    call_command("rebuild_figures")
    assert capsys.readouterr().out.split() == [
        "sales",
        "days",
        "changed:",
        "0",
        "income",
        "months",
        "changed:",
        "0",
    ]


@pytest.mark.parametrize(("price", "quantity"), [("0.30", 3), ("30.10", 2), ("9.99", 7), ("0.09", 11)])
def test_the_fee_of_a_line_is_the_fee_promised_for_each_pack(
    settings: object, price: str, quantity: int
) -> None:
    """What the villager was told before publishing comes out to the fen, however many packs are sold."""
    settings.PLATFORM_FEE_RATE = Decimal("0.05")  # type: ignore[attr-defined]
    unit = Decimal(price)
    promised = take_home(price=unit, packing=Decimal("0.00")).fee * quantity
    assert fee_of_line(unit_price=unit, quantity=quantity, kept=unit * quantity) == promised
    assert fee_of_line(unit_price=unit, quantity=quantity, kept=Decimal("0.00")) == 0
