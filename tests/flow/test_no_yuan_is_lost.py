"""Money and goods that come at an odd moment: each yuan is booked, kept or given back, each pack is somewhere."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from common.audit import DEMO
from common.errors import DomainError
from flow.cancel import refuse_at_door
from flow.confirm_payment import Outcome, confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.give_back import return_mismatch
from flow.money import Money
from flow.place_order import Placed
from flow.refund import refund_amount
from flow.refund_by_hand import refund_by_hand
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import SalesDay, VendorOrder
from income.prove import prove
from orders.models import Placement, SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from tests.flow.test_story import NOW, listing, pay, place, seller, storefront
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture
from vendors.models import StockHold
from vendors.partner.models import StockRecord


@pytest.fixture
def parcels(db: None) -> list[VendorOrder]:
    """Two parcels of one order, both on their way, cash on delivery: ¥30.10 and ¥19.95 of goods."""
    li, chen = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    for vendor, title, price in ((li, "香蕉", "30.10"), (chen, "沙螺", "19.95")):
        storefront(vendor)
        add(basket_id=basket_id, product_id=listing(vendor, title, price).pk, quantity=1, now=NOW)
    place(basket_id, str(uuid4()), method="cash_on_delivery")
    parts = list(VendorOrder.objects.order_by("pk"))
    for index, part in enumerate(parts):
        ship(vendor_order=part, carrier="ems", waybill=f"TEST30{index}", actor=DEMO, now=NOW)
    return parts


def cash(part: VendorOrder, reference: str = "LIST-1") -> Outcome:
    attempt = PaymentAttempt.objects.filter(part=part.number).earliest("pk")
    return confirm_payment(attempt_key=attempt.key, money=_money(attempt, reference), actor=DEMO, now=NOW)


def transfer(placed: Placed, reference: str, *, is_another: bool = False) -> Outcome:
    attempt = PaymentAttempt.objects.filter(order_id=placed.order_id).earliest("pk")
    money = _money(attempt, reference, is_another=is_another)
    return confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)


def _money(
    attempt: PaymentAttempt, reference: str, *, amount: Decimal | None = None, is_another: bool = False
) -> Money:
    return Money(
        amount=attempt.amount if amount is None else amount,
        currency="CNY",
        provider_ref=reference,
        method="transfer",
        received_at=NOW,
        is_another=is_another,
    )


def test_cash_recorded_for_a_refused_parcel_is_given_back(parcels: list[VendorOrder]) -> None:
    refuse_at_door(vendor_order=parcels[0], reason="拒收", actor=DEMO, now=NOW)
    assert cash(parcels[0]) == Outcome.GIVEN_BACK
    refund = Refund.objects.get()
    assert (refund.amount, refund.kind, refund.is_manual) == (parcels[0].total, "unplaced", True)
    assert Problem.objects.get().kind == "late_payment"
    assert SalesDay.objects.count() == 0
    assert prove() == []


def test_the_last_parcel_refused_makes_the_order_paid_by_the_others(parcels: list[VendorOrder]) -> None:
    assert cash(parcels[0]) == Outcome.PAID
    assert Placement.objects.get().paid_at is None
    refuse_at_door(vendor_order=parcels[1], reason="拒收", actor=DEMO, now=NOW)
    assert Placement.objects.get().paid_at == NOW
    assert prove() == []


def test_a_parcel_taken_as_received_may_still_turn_out_refused(parcels: list[VendorOrder]) -> None:
    """The buyer's finger slipped, or the carrier reports late: while its cash is open nothing was earned."""
    later = NOW + timedelta(days=9)
    for part in parcels:
        confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
        complete(vendor_order=part, actor=DEMO, now=later)
    assert Placement.objects.get().state == "completed"
    refuse_at_door(vendor_order=parcels[0], reason="拒收", actor=DEMO, now=later)
    assert Placement.objects.get().state == "completed"
    refuse_at_door(vendor_order=parcels[1], reason="拒收", actor=DEMO, now=later)
    assert Placement.objects.get().state == "cancelled"
    assert list(StockRecord.objects.values_list("num_in_stock", "num_allocated")) == [(10, 0)] * 2
    assert prove() == []


def test_a_parcel_whose_cash_came_cannot_be_refused(parcels: list[VendorOrder]) -> None:
    cash(parcels[0])
    with pytest.raises(DomainError):
        refuse_at_door(vendor_order=parcels[0], reason="拒收", actor=DEMO, now=NOW)
    assert VendorOrder.objects.get(pk=parcels[0].pk).state == "shipped"
    assert settle(vendor_order=parcels[0], now=NOW) is None


def test_a_second_transfer_needs_the_operators_word_and_is_given_back(placed: Placed) -> None:
    assert transfer(placed, "BANK-1") == Outcome.PAID
    assert transfer(placed, "BANK-2") == Outcome.OTHER_REFERENCE
    assert (Receipt.objects.count(), Refund.objects.count()) == (1, 0)
    assert transfer(placed, "BANK-2", is_another=True) == Outcome.GIVEN_BACK
    assert transfer(placed, "BANK-2", is_another=True) == Outcome.ALREADY
    assert transfer(placed, "BANK-1", is_another=True) == Outcome.ALREADY
    refund = Refund.objects.get()
    assert (refund.amount, refund.receipt.provider_ref) == (refund.receipt.amount, "BANK-2")
    assert Problem.objects.get().kind == "second_payment"
    assert Placement.objects.get().state == "open"
    assert prove() == []


def test_a_second_transfer_of_another_amount_is_given_back_as_it_came(placed: Placed) -> None:
    transfer(placed, "BANK-1")
    attempt = PaymentAttempt.objects.get()
    money = _money(attempt, "BANK-2", amount=Decimal("5.01"), is_another=True)
    assert confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW) == Outcome.GIVEN_BACK
    assert Refund.objects.get().amount == Decimal("5.01")
    assert prove() == []


def test_a_wrong_amount_is_booked_and_given_back_while_the_order_goes_on_waiting(placed: Placed) -> None:
    attempt = PaymentAttempt.objects.get()
    money = _money(attempt, "BANK-1", amount=Decimal("5.01"))
    assert confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW) == Outcome.MISMATCH
    refund = return_mismatch(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)
    assert (refund.amount, refund.kind) == (Decimal("5.01"), "unplaced")
    assert Placement.objects.get().state == "awaiting_payment"
    noted, given_back = Problem.objects.order_by("pk")
    assert (noted.closing_note, given_back.closed_at) == ("已登记并退回。", None)
    with pytest.raises(DomainError):
        return_mismatch(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)
    assert transfer(placed, "BANK-2") == Outcome.PAID
    refund_by_hand(refund_key=refund.key, reference="OUT-1", actor=DEMO, now=NOW)
    assert prove() == []


def test_the_right_amount_is_not_given_back_as_wrong(placed: Placed) -> None:
    attempt = PaymentAttempt.objects.get()
    with pytest.raises(DomainError):
        return_mismatch(attempt_key=attempt.key, money=_money(attempt, "BANK-1"), actor=DEMO, now=NOW)
    assert Receipt.objects.count() == 0


def test_a_part_refunded_in_full_is_over_and_its_goods_go_home(placed: Placed) -> None:
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    refund_amount(
        vendor_order=part, amount=part.kept, reason="缺货", borne_by="operator", actor=DEMO, now=NOW
    )
    part.refresh_from_db()
    assert (part.state, part.cancel_reason) == ("cancelled", "缺货")
    line = SoldLine.objects.get(packed_in__vendor_order=part)
    hold = StockHold.objects.get(stockrecord_id=line.stockrecord_id)
    assert (line.returned_quantity, hold.quantity, hold.released) == (2, 2, 2)
    assert StockRecord.objects.get(pk=line.stockrecord_id).num_allocated == 0
    with pytest.raises(DomainError):
        ship(vendor_order=part, carrier="ems", waybill="TEST0009", actor=DEMO, now=NOW)
    assert prove() == []


def test_a_parcel_on_its_way_refunded_in_full_goes_on(placed: Placed) -> None:
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    ship(vendor_order=part, carrier="ems", waybill="TEST0009", actor=DEMO, now=NOW)
    refund_amount(
        vendor_order=part, amount=part.kept, reason="坏果", borne_by="operator", actor=DEMO, now=NOW
    )
    part.refresh_from_db()
    assert part.state == "shipped"
    assert prove() == []
