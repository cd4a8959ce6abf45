"""Paying a lot: four eyes, one payment, each household's income on that day; sales and refunds never touch it."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from common.audit import DEMO
from common.errors import DomainError
from flow.confirm_payment import Outcome
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_failed, mark_supply_paid
from flow.refund import refund_amount
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.models import IncomeEntry, IncomeMonth
from income.prove import prove
from income.services.ledger import write
from orders.services.basket import Visitor, add, new_key, open_basket
from settlement.models import Payout, SupplyPayment
from settlement.queries import lots_to_pay
from tests import people
from tests.flow.test_story import NOW, pay, place, storefront
from tests.supply.lots import cooperative, entered, household, packed, paid, received, rice, two_people
from tests.supply.test_lots import refused_by

pytestmark = pytest.mark.django_db


def test_paying_a_lot_is_the_households_income_of_that_day() -> None:
    one, two = household("T1"), household("T2")
    lot = received(cooperative(), [(one, 333_333), (two, 666_667)])
    assert prove() == []
    assert IncomeEntry.objects.count() == 0
    payment = paid(lot, now=NOW + timedelta(days=9, hours=8), reference=" B-77 ")
    lot.refresh_from_db()
    assert (payment.state, payment.bank_reference, lot.state) == ("paid", "B-77", "paid")
    entries = IncomeEntry.objects.order_by("pk")
    assert [(row.household, row.amount, row.on, row.kind, row.account) for row in entries] == [
        (one, Decimal("2366.66"), date(2026, 11, 12), "supply", "business_income"),
        (two, Decimal("4733.34"), date(2026, 11, 12), "supply", "business_income"),
    ]
    assert sum(row.amount for row in entries) == lot.amount == Decimal("7100.00")
    assert [(row.income, row.expense) for row in IncomeMonth.objects.order_by("pk")] == [
        (Decimal("2366.66"), 0),
        (Decimal("4733.34"), 0),
    ]
    assert prove() == []


def test_the_maker_does_not_check_and_nothing_is_posted_before_it_is_paid() -> None:
    lot = received(cooperative(), [(household("T1"), 1000)])
    maker, checker = two_people()
    payment = make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW)
    with pytest.raises(DomainError, match="same_person"):
        check_supply_payment(payment_id=payment.pk, checked_by=maker, now=NOW)
    with pytest.raises(DomainError, match="wrong_state"):
        mark_supply_paid(payment_id=payment.pk, by=maker, bank_reference="B", now=NOW)
    check_supply_payment(payment_id=payment.pk, checked_by=checker, now=NOW)
    with pytest.raises(DomainError, match="no_reference"):
        mark_supply_paid(payment_id=payment.pk, by=maker, bank_reference=" ", now=NOW)
    lot.refresh_from_db()
    assert (lot.state, IncomeEntry.objects.count()) == ("received", 0)


def test_a_lot_has_one_payment_unless_it_failed() -> None:
    lot = received(cooperative(), [(household("T1"), 1000)])
    maker = people.staff("cashier")
    first = make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW)
    assert list(lots_to_pay()) == []
    with pytest.raises(DomainError, match="lot_not_payable"):
        make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW)

    def second() -> None:
        SupplyPayment.objects.create(lot=lot, amount=lot.amount, made_by=maker, made_at=NOW)

    assert refused_by(second) == "supply_lot_is_paid_once"
    mark_supply_failed(payment_id=first.pk, by=maker, failure="账号不符", now=NOW)
    assert list(lots_to_pay()) == [lot]
    paid(lot)
    with pytest.raises(DomainError, match="lot_not_payable"):
        make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW)
    with pytest.raises(DomainError, match="wrong_state"):
        mark_supply_paid(payment_id=first.pk, by=maker, bank_reference="B-2", now=NOW)
    assert refused_by(
        lambda: SupplyPayment.objects.filter(pk=first.pk).update(state="made", ended_at=None)
    ) == ("supply_payment_ends_once")
    assert IncomeEntry.objects.count() == 1
    assert prove() == []


def test_a_payment_is_of_a_whole_received_lot() -> None:
    operator, one = cooperative(), household("T1")
    maker = people.staff("cashier")
    draft, lot = entered(operator, [(one, 1000)]), received(operator, [(one, 1000)])
    with pytest.raises(DomainError, match="lot_not_payable"):
        make_supply_payment(lot_id=draft.pk, made_by=maker, now=NOW)
    for row, amount in ((draft, draft.amount), (lot, lot.amount - 1)):
        assert (
            refused_by(
                lambda row=row, amount=amount: SupplyPayment.objects.create(
                    lot=row, amount=amount, made_by=maker, made_at=NOW
                )
            )
            == "supply_payment_pays_a_whole_received_lot"
        )


def test_a_source_of_supply_is_posted_once() -> None:
    payment = paid(received(cooperative(), [(household("T1"), 1000)]))
    entry = IncomeEntry.objects.get()
    entry.pk = None
    assert refused_by(entry.save) == "income_is_posted_once_for_a_source"
    entry.source, entry.supply_payment = "another", None
    assert refused_by(entry.save) == "income_of_supply_names_its_share_and_payment_only"
    assert payment.income_entries.count() == 1


def test_retail_sales_and_refunds_never_touch_the_households() -> None:
    operator, one = cooperative(), household("T1")
    storefront(operator)
    product = rice(operator)
    lot = received(operator, [(one, 50_000)])
    packed(lot, product, 5)
    supply_payment = paid(lot)
    before = list(IncomeEntry.objects.values())
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=product.pk, quantity=2, now=NOW)
    placed = place(basket_id, str(uuid4()))
    assert pay(placed) == Outcome.PAID
    part = VendorOrder.objects.get(order_id=placed.order_id)
    ship(vendor_order=part, carrier="ems", waybill="TEST0001", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    refund(part, "10.00")
    later = NOW + timedelta(days=20)
    complete(vendor_order=part, actor=DEMO, now=later)
    settle(vendor_order=part, now=later)
    maker, checker = two_people()
    payout = make_payout(vendor_id=operator.pk, made_by=maker, now=later)
    check_payout(payout_id=payout.pk, checked_by=checker, now=later)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B-1", now=later)
    refund(part, "20.00")
    assert Payout.objects.get().state == "paid"
    assert list(IncomeEntry.objects.values()) == before
    assert [(row.kind, row.amount) for row in IncomeEntry.objects.all()] == [
        ("supply", supply_payment.amount)
    ]
    assert prove() == []


def refund(part: VendorOrder, amount: str) -> None:
    refund_amount(
        vendor_order=part, amount=Decimal(amount), reason="破袋", borne_by="household", actor=DEMO, now=NOW
    )


def test_prove_names_an_entry_that_no_payment_explains() -> None:
    lot = received(cooperative(), [(household("T1"), 1000)])
    maker = people.staff("cashier")
    payment = make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW)
    entry = IncomeEntry(
        household=household("T2"),
        on=date(2026, 11, 2),
        month=date(2026, 11, 1),
        income_year=2027,
        account="business_income",
        kind="supply",
        amount=Decimal("7.10"),
        supply_share=lot.shares.get(),
        supply_payment=payment,
        source="by hand",
        made_at=NOW,
    )
    write([entry])
    assert {row.identity for row in prove()} == {
        "supply: income entries = supply payments",
        "supply entry = its share, on the day of its payment",
    }
