"""The figure from receipts and refunds: its days are Shanghai's, its statement is one, its indexes are used."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from accounts.queries import Scope
from common.audit import DEMO
from flow.confirm_payment import confirm_payment
from flow.money import Money
from flow.refund import refund_amount
from fulfilment.models import VendorOrder
from fulfilment.queries.sales import (
    FROM_RECEIPTS,
    Net,
    asked_of_receipts,
    net_from_receipts,
    net_of,
    sales_by,
)
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt
from tests.flow.test_story import NOW, listing, place, seller, storefront

CITY = Scope(everything=True, town_codes=frozenset(), village_codes=frozenset())
# Midnight between 30 November and 1 December in Shanghai.
MIDNIGHT = datetime(2026, 11, 30, 16, tzinfo=UTC)
LAST, FIRST = date(2026, 11, 30), date(2026, 12, 1)
INSTANT = timedelta(microseconds=1)


def paid(price: str, *, received_at: datetime, booked_at: datetime) -> VendorOrder:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "鹅", price).pk, quantity=1, now=NOW)
    attempt = PaymentAttempt.objects.get(order_id=place(basket_id, str(uuid4())).order_id)
    money = Money(attempt.amount, "CNY", "T-1", "transfer", received_at)
    confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=booked_at)
    return VendorOrder.objects.get()


def net(day: date) -> Net:
    return net_from_receipts(scope=CITY, within="", day=day)


@pytest.mark.django_db
def test_money_counts_on_the_day_it_was_received_not_when_it_was_booked() -> None:
    paid("100.00", received_at=MIDNIGHT - INSTANT, booked_at=MIDNIGHT + timedelta(hours=3))
    assert net(LAST) == Net(day=Decimal("100.00"), month=Decimal("100.00"))
    assert net(FIRST) == Net(day=Decimal("0.00"), month=Decimal("0.00"))
    for day in (LAST, FIRST):
        assert net_of(sales_by("town", scope=CITY, within="", day=day)) == net(day)


@pytest.mark.django_db
def test_a_month_begins_with_its_first_instant_in_shanghai() -> None:
    part = paid("100.00", received_at=MIDNIGHT, booked_at=MIDNIGHT)
    for moment, yuan in (
        (MIDNIGHT + timedelta(days=1) - INSTANT, "1.00"),
        (MIDNIGHT + timedelta(days=1), "2.00"),
    ):
        refund_amount(
            vendor_order=part,
            amount=Decimal(yuan),
            reason="坏果",
            borne_by="operator",
            actor=DEMO,
            now=moment,
        )
    assert net(LAST) == Net(day=Decimal("0.00"), month=Decimal("0.00"))
    assert net(FIRST) == Net(day=Decimal("99.00"), month=Decimal("99.00"))
    assert net(FIRST + timedelta(days=1)) == Net(day=Decimal("-2.00"), month=Decimal("97.00"))


@pytest.mark.django_db
def test_the_proof_is_one_statement(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        net(LAST)


@pytest.mark.django_db
def test_the_proof_reads_receipts_and_refunds_by_their_indexes() -> None:
    with connection.cursor() as cursor:
        # A table of no rows is always scanned unless that is forbidden.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            f"EXPLAIN (COSTS OFF) {FROM_RECEIPTS}", asked_of_receipts(scope=CITY, within="", day=LAST)
        )
        plan = [row[0].strip() for row in cursor.fetchall()]
    for index, column in (("receipt_by_time", "received_at"), ("refund_of_goods_by_time", "booked_at")):
        found = next((number for number, line in enumerate(plan) if index in line), None)
        assert found is not None, "\n".join(plan)
        assert f"Index Cond: (({column} >= " in plan[found + 1]
