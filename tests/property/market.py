"""A small market that takes random steps; a step that a rule refuses must leave everything as it was."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeVar
from uuid import uuid4

from django.db.models import Model, QuerySet

from accounts.models import User
from catalog.models import Listing
from common.audit import DEMO
from common.errors import DomainError
from flow.cancel import cancel_by_operator, cancel_late, cancel_unpaid, refuse_at_door
from flow.cannot_send import cannot_send
from flow.confirm_payment import Outcome, confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.expire import expire
from flow.give_back import return_mismatch
from flow.money import Money
from flow.pay_out import check_payout, make_payout, mark_failed, mark_paid
from flow.refund import refund_amount, refund_lines
from flow.settle import settle
from flow.ship import pack, ship
from flow.short_weight import weigh
from fulfilment.models import VendorOrder
from fulfilment.services.shares import LineShare
from orders.models import Placement, SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt
from settlement.models import Payout
from tests.flow.test_story import NOW, listing, place, seller, storefront
from vendors.models import Vendor

Row = TypeVar("Row", bound=Model)


class Market:
    """Two households, three goods, a maker and a checker, and a clock that only goes forward."""

    def __init__(self) -> None:
        self.now: datetime = NOW
        self.sellers: list[Vendor] = [seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)]
        for vendor in self.sellers:
            storefront(vendor)
        li, chen = self.sellers
        self.goods: list[Listing] = [
            listing(li, "香蕉", "30.10"),
            listing(li, "番薯", "0.29"),
            listing(chen, "沙螺", "19.95"),
        ]
        self.maker = User.objects.create_user(mobile="13800000001", password=None)
        self.checker = User.objects.create_user(mobile="13800000002", password=None)
        self.bearers = ("household", "operator", "carrier", "platform")
        self.waybills = 0

    def take(self, step: str, pick: int, size: int) -> None:
        """One step on the `pick`-th object it could be about; refused steps are part of life."""
        act: Callable[[int, int], None] = getattr(self, step)
        try:
            act(pick, size)
        except DomainError:
            return

    def order(self, pick: int, size: int) -> None:
        basket_id = open_basket(Visitor(user=None, key=new_key()))
        for index, goods in enumerate(self.goods):
            if (pick >> index) & 1 or index == size % 3:
                add(basket_id=basket_id, product_id=goods.pk, quantity=size % 4 + 1, now=self.now)
        method = "cash_on_delivery" if pick % 3 == 0 else "bank_transfer"
        place(basket_id, str(uuid4()), method=method, now=self.now)

    def money(self, pick: int, size: int) -> None:
        attempt = self._one(PaymentAttempt.objects.order_by("pk"), pick)
        if attempt is not None:
            money = Money(
                amount=attempt.amount + (Decimal("0.01") if size % 5 == 0 else 0),
                currency="CNY",
                provider_ref=f"T-{attempt.pk}-{size % 2}",
                method="transfer",
                received_at=self.now,
                is_another=size % 3 == 0,
            )
            outcome = confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=self.now)
            if outcome == Outcome.MISMATCH:
                return_mismatch(attempt_key=attempt.key, money=money, actor=DEMO, now=self.now)

    def wait(self, _pick: int, size: int) -> None:
        self.now += timedelta(hours=(1, 49, 80, 250)[size % 4])

    def run_out(self, pick: int, _size: int) -> None:
        placement = self._one(Placement.objects.order_by("pk"), pick)
        if placement is not None:
            expire(order_id=placement.pk, now=self.now)

    def give_up(self, pick: int, _size: int) -> None:
        placement = self._one(Placement.objects.order_by("pk"), pick)
        if placement is not None:
            cancel_unpaid(order_id=placement.pk, actor=DEMO, now=self.now)

    def packing(self, pick: int, _size: int) -> None:
        self._part(pick, lambda part: pack(vendor_order=part, actor=DEMO, now=self.now))

    def shipping(self, pick: int, _size: int) -> None:
        self.waybills += 1
        waybill = f"TEST{self.waybills:06d}"
        self._part(
            pick,
            lambda part: ship(vendor_order=part, carrier="ems", waybill=waybill, actor=DEMO, now=self.now),
        )

    def weighing(self, pick: int, size: int) -> None:
        """Weighed before it leaves: a little less than sold, as sold, or more."""
        self._part(
            pick,
            lambda part: weigh(
                vendor_order=part,
                packed_g={
                    row.sold_line_id: row.sold_line.net_weight_g * row.sold_line.quantity * (60 + size) // 100
                    for row in part.lines.select_related("sold_line")
                },
                actor=DEMO,
                now=self.now,
            ),
        )

    def not_sending(self, pick: int, _size: int) -> None:
        self._part(pick, lambda part: cannot_send(vendor_order=part, reason="台风", actor=DEMO, now=self.now))

    def receiving(self, pick: int, _size: int) -> None:
        self._part(
            pick, lambda part: confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=self.now)
        )

    def completing(self, pick: int, _size: int) -> None:
        self._part(pick, lambda part: complete(vendor_order=part, actor=DEMO, now=self.now))

    def settling(self, pick: int, _size: int) -> None:
        self._part(pick, lambda part: settle(vendor_order=part, now=self.now))

    def too_late(self, pick: int, _size: int) -> None:
        self._part(pick, lambda part: cancel_late(vendor_order=part, actor=DEMO, now=self.now))

    def calling_off(self, pick: int, _size: int) -> None:
        self._part(
            pick, lambda part: cancel_by_operator(vendor_order=part, reason="台风", actor=DEMO, now=self.now)
        )

    def refusing(self, pick: int, _size: int) -> None:
        self._part(
            pick, lambda part: refuse_at_door(vendor_order=part, reason="拒收", actor=DEMO, now=self.now)
        )

    def refunding(self, pick: int, size: int) -> None:
        self._part(
            pick,
            lambda part: refund_amount(
                vendor_order=part,
                amount=Decimal(size * 37 + 1) / 100,
                reason="坏果",
                borne_by=self.bearers[size % 4],
                actor=DEMO,
                now=self.now,
            ),
        )

    def taking_back(self, pick: int, size: int) -> None:
        """One pack of a line comes back and goes on sale again."""
        line = self._one(SoldLine.objects.order_by("pk"), pick)
        if line is not None:
            refund_lines(
                vendor_order=line.packed_in.vendor_order,
                lines=[LineShare(line.pk, line.unit_price, 1)],
                freight=Decimal(size % 2),
                reason="退回",
                borne_by=self.bearers[size % 4],
                actor=DEMO,
                now=self.now,
            )

    def paying_out(self, pick: int, _size: int) -> None:
        make_payout(vendor_id=self.sellers[pick % 2].pk, made_by=self.maker, now=self.now)

    def ending_payout(self, pick: int, size: int) -> None:
        payout = self._one(Payout.objects.order_by("pk"), pick)
        if payout is None:
            return
        if size % 4 == 0:
            mark_failed(payout_id=payout.pk, by=self.maker, failure="户名不符", now=self.now)
            return
        if payout.state == Payout.State.MADE:
            check_payout(payout_id=payout.pk, checked_by=self.checker, now=self.now)
        mark_paid(payout_id=payout.pk, by=self.maker, bank_reference=f"B-{payout.pk}", now=self.now)

    def _part(self, pick: int, act: Callable[[VendorOrder], object]) -> None:
        part = self._one(VendorOrder.objects.order_by("pk"), pick)
        if part is not None:
            act(part)

    def _one(self, rows: QuerySet[Row], pick: int) -> Row | None:
        found = list(rows)
        return found[pick % len(found)] if found else None


STEPS = [
    "order",
    "money",
    "wait",
    "run_out",
    "give_up",
    "packing",
    "weighing",
    "not_sending",
    "shipping",
    "receiving",
    "completing",
    "settling",
    "too_late",
    "calling_off",
    "refusing",
    "refunding",
    "taking_back",
    "paying_out",
    "ending_payout",
]
# The way to money is long: steps along it come more often, so that examples reach the end.
LIKELY = [
    *STEPS,
    *[
        "order",
        "money",
        "money",
        "weighing",
        "shipping",
        "shipping",
        "receiving",
        "wait",
        "completing",
        "settling",
        "paying_out",
        "ending_payout",
    ],
]
