"""Stock rows before sales days: a refund and the reopening of an order never wait for each other in a ring."""

from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from functools import partial
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from django.db import OperationalError, transaction

import flow.confirm_payment
import flow.refund
from common.audit import DEMO
from flow.confirm_payment import Outcome, confirm_payment
from flow.expire import expire
from flow.money import Money
from flow.refund import refund_lines
from fulfilment.models import VendorOrder
from fulfilment.services.sales import count_refund, count_sale
from fulfilment.services.shares import LineShare
from income.prove import prove
from orders.models import SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Refund
from tests.flow.test_clock import basket_of, pay_order
from tests.flow.test_story import NOW, place, seller, storefront
from tests.race.together import together
from vendors.models import Vendor
from vendors.services import stock

pytestmark = pytest.mark.usefixtures("committed_db")


def two_orders() -> tuple[VendorOrder, int, SoldLine]:
    """One paid, one expired, of the same product."""
    vendor: Vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    paid = place(basket_of(vendor), str(uuid4()))
    pay_order(paid.order_id)
    part = VendorOrder.objects.get()
    line = SoldLine.objects.get()
    basket_id = basket_with(line.line.product_id)
    late = place(basket_id, str(uuid4()))
    expire(order_id=late.order_id, now=NOW + timedelta(days=4))
    return part, late.order_id, line


def basket_with(product_id: int) -> int:
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=product_id, quantity=1, now=NOW)
    return basket_id


def refund(part: VendorOrder, line: SoldLine) -> Refund:
    share = LineShare(sold_line_id=line.pk, amount=Decimal("30.10"), returned_quantity=1)
    return refund_lines(
        vendor_order=part,
        lines=[share],
        freight=Decimal("0.00"),
        reason="缺货",
        borne_by="operator",
        actor=DEMO,
        now=NOW,
    )


def test_a_refund_and_a_reopening_at_once_both_succeed(monkeypatch: pytest.MonkeyPatch) -> None:
    part, late_order_id, line = two_orders()
    meeting = Barrier(2)

    def meet(count: object) -> object:
        def counted(*args: object, **kwargs: object) -> None:
            # With the right order only one of them can be here at a time: the other waits for its stock rows.
            with suppress(BrokenBarrierError):
                meeting.wait(timeout=1.5)
            count(*args, **kwargs)  # type: ignore[operator]

        return counted

    monkeypatch.setattr(flow.refund, "count_refund", meet(count_refund))
    monkeypatch.setattr(flow.confirm_payment, "count_sale", meet(count_sale))
    results = together([partial(refund, part, line), partial(pay_late, late_order_id)])
    assert isinstance(results[0], Refund)
    assert results[1] == Outcome.REOPENED
    assert prove() == []


def pay_late(order_id: int) -> Outcome:
    attempt = PaymentAttempt.objects.get(order_id=order_id)
    money = Money(
        amount=attempt.amount, currency="CNY", provider_ref="T-8", method="transfer", received_at=NOW
    )
    return confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)


def test_the_control_deadlocks_when_one_of_them_turns_the_order_round() -> None:
    part, _late, line = two_orders()
    # A row of the sales day exists already; both hold their first lock before they ask for the second.
    both_hold_one = Barrier(2)
    wanted = [stock.Wanted(line.stockrecord_id, 1)]

    def day_first() -> None:
        with transaction.atomic():
            count_refund(part, goods=Decimal("1.00"), booked_at=NOW)
            both_hold_one.wait()
            stock.hold(source="a", wanted=wanted, now=NOW)

    def stock_first() -> None:
        with transaction.atomic():
            stock.hold(source="b", wanted=wanted, now=NOW)
            both_hold_one.wait()
            count_sale(part, received_at=NOW)

    results = together([day_first, stock_first])
    failed = [result for result in results if isinstance(result, OperationalError)]
    assert len(failed) == 1
    assert "deadlock" in str(failed[0])
