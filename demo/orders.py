"""Forty orders driven through the story with the time passed in; the same every time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from uuid import UUID

from catalog.models import Listing
from common.audit import DEMO
from demo.people import Cast
from demo.timeline import Timeline
from flow.confirm_payment import confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.expire import expire
from flow.money import Money
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import freight_of, place_order
from flow.refund import refund_amount
from flow.settle import settle
from flow.ship import pack, ship
from fulfilment.models import VendorOrder
from orders.models import Placement
from orders.queries.basket import basket_view, shown_as
from orders.services.basket import Visitor, add, new_key, open_basket
from orders.services.placing import clean_contact
from payments.models import PaymentAttempt, Refund
from payments.services.refunds import paid_by_hand
from places.queries import area_of
from settlement.queries import owed_vendors

ORDERS = 40
DAYS = 56
PAYDAYS = range(9, ORDERS, 10)
CASH = range(4, ORDERS, 9)
NEVER_PAID = range(10, ORDERS, 11)
SPOILED = range(3, ORDERS, 7)
BUYERS = ("张晓明", "陈静", "黄丽", "李强", "何婷", "周杰", "王芳", "梁宇")
COUNTIES = ("440106", "440304", "440402", "440104", "450103", "430102", "310115", "110105")

# More than the demo has shops.
MANY = 100


def make_orders(listings: list[Listing], cast: Cast, *, now: datetime) -> None:
    """From 56 days ago until today; the latest are still on their way."""
    chance = Random(2026)  # noqa: S311  chosen to be the same every time
    timeline = Timeline()
    stage = Stage(listings=listings, cast=cast, chance=chance, timeline=timeline)
    for index in range(ORDERS):
        at = now - timedelta(days=DAYS) + timedelta(hours=(index + 1) * DAYS * 24 // ORDERS - 3, minutes=37)
        placing = partial(_place, index, stage)
        timeline.plan(at, placing)
        if index in PAYDAYS:
            timeline.plan(at + timedelta(hours=4), partial(_pay_everyone, cast))
    # Paid out long ago by then: it becomes a negative entry in its own month.
    timeline.plan(now - timedelta(days=3), _regret)
    timeline.run(until=now)


@dataclass(frozen=True, slots=True)
class Stage:
    """What an order is made from."""

    listings: list[Listing]
    cast: Cast
    chance: Random
    timeline: Timeline


def _place(index: int, stage: Stage, at: datetime) -> None:
    cast, chance, timeline = stage.cast, stage.chance, stage.timeline
    buyer = cast.buyer if index % 8 == 0 else None
    basket_id = open_basket(Visitor(user=buyer, key=None if buyer else new_key()))
    for listing in chance.sample(stage.listings, k=chance.choice((1, 2, 2, 3))):
        add(basket_id=basket_id, product_id=listing.pk, quantity=chance.choice((1, 1, 2)), now=at)
    county = COUNTIES[index % len(COUNTIES)]
    contact = clean_contact(
        name=f"{BUYERS[index % len(BUYERS)]}（示例）",
        mobile=f"1390000{1000 + index}",
        area=area_of(county),
        detail=f"示例路{index + 1}号",
        note="",
    )
    view = basket_view(basket_id, now=at)
    placed = place_order(
        submission=f"demo-{index}",
        basket_id=basket_id,
        contact=contact,
        method=Placement.Method.CASH_ON_DELIVERY if index in CASH else Placement.Method.BANK_TRANSFER,
        language="zh-hans",
        buyer=buyer,
        shown=shown_as(view, freight_of(view, province_code=county[:2])),
        exceptions_confirmed=True,
        actor=DEMO,
        now=at,
    )
    if index in NEVER_PAID:
        over = at + timedelta(days=3, hours=1)
        timeline.plan(over, partial(_run_out, placed.order_id))
        return
    paid_at = at + timedelta(hours=2)
    if index not in CASH:
        timeline.plan(paid_at, partial(_receive_money, placed.order_id, ""))
    for part in VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk"):
        shipped_at = paid_at + timedelta(hours=chance.choice((8, 20, 30)))
        carrier, days = chance.choice(("ems", "sf", "zto")), chance.choice((2, 3))
        timeline.plan(shipped_at, partial(_ship, part, carrier))
        timeline.plan(shipped_at + timedelta(days=days), partial(_arrive, index, part, timeline))


def _run_out(order_id: int, at: datetime) -> None:
    expire(order_id=order_id, now=at)


def _ship(part: VendorOrder, carrier: str, at: datetime) -> None:
    pack(vendor_order=part, actor=DEMO, now=at - timedelta(hours=1))
    ship(vendor_order=part, carrier=carrier, waybill=f"DEMO{part.pk:08d}", actor=DEMO, now=at)


def _arrive(index: int, part: VendorOrder, timeline: Timeline, at: datetime) -> None:
    if index in CASH:
        _receive_money(part.order_id, part.number, at)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=at)
    if index in SPOILED:
        bearer = "household" if index % 2 else "operator"
        timeline.plan(at + timedelta(hours=5), partial(_refund, part, bearer))
    part.refresh_from_db()
    if part.claim_until is not None:
        timeline.plan(part.claim_until + timedelta(minutes=5), partial(_finish, part))


def _finish(part: VendorOrder, at: datetime) -> None:
    complete(vendor_order=part, actor=DEMO, now=at)
    settle(vendor_order=part, now=at)


def _regret(at: datetime) -> None:
    part = VendorOrder.objects.filter(settlement__payout_items__payout__state="paid").order_by("pk")[0]
    _refund(part, "household", at)


def _refund(part: VendorOrder, bearer: str, at: datetime) -> None:
    refund = refund_amount(
        vendor_order=part,
        amount=(part.goods_amount / 5).quantize(Decimal("0.01")),
        reason="到货有坏果（示例）",
        borne_by=bearer,
        actor=DEMO,
        now=at,
    )
    paid_by_hand(
        Refund.objects.get(pk=refund.pk), reference=f"DEMO-R{refund.pk}", now=at + timedelta(hours=3)
    )


def _receive_money(order_id: int, part: str, at: datetime) -> None:
    attempt = PaymentAttempt.objects.get(order_id=order_id, part=part)
    money = Money(
        amount=attempt.amount,
        currency="CNY",
        provider_ref=f"DEMO-{attempt.pk:06d}",
        method="cash" if part else "transfer",
        received_at=at,
    )
    confirm_payment(attempt_key=UUID(str(attempt.key)), money=money, actor=DEMO, now=at)


def _pay_everyone(cast: Cast, at: datetime) -> None:
    for owed in owed_vendors(limit=MANY):
        payout = make_payout(vendor_id=owed.vendor_id, made_by=cast.cashier, now=at)
        check_payout(payout_id=payout.pk, checked_by=cast.checker, now=at + timedelta(hours=1))
        mark_paid(
            payout_id=payout.pk,
            by=cast.cashier,
            bank_reference=f"DEMO-P{payout.pk:06d}",
            now=at + timedelta(hours=2),
        )
