"""Forty orders driven through the story with the time passed in; the same every time."""

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from catalog.models import Listing
from common.audit import DEMO
from demo.people import Cast
from flow.confirm_payment import Money, confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.expire import expire
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed, freight_of, place_order
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
REGRETTED = 2
BUYERS = ("张晓明", "陈静", "黄丽", "李强", "何婷", "周杰", "王芳", "梁宇")
COUNTIES = ("440106", "440304", "440402", "440104", "450103", "430102", "310115", "110105")


def make_orders(listings: list[Listing], cast: Cast, *, now: datetime) -> None:
    """From 56 days ago until today, oldest first; the latest are still on their way."""
    chance = Random(2026)  # noqa: S311  chosen to be the same every time
    for index in range(ORDERS):
        at = now - timedelta(days=DAYS) + timedelta(hours=(index + 1) * DAYS * 24 // ORDERS - 3, minutes=37)
        placed = _place(index, listings, cast, chance, at)
        _drive(index, placed, chance, at=at, until=now)
        if index == REGRETTED:
            regretted = placed
        if index in PAYDAYS:
            _pay_everyone(cast, at=at)
    # Paid out long ago: this refund becomes a negative entry in its own month.
    part = VendorOrder.objects.filter(order_id=regretted.order_id).order_by("pk")[0]
    _refund(part, bearer="household", at=now - timedelta(days=3))


def _place(index: int, listings: list[Listing], cast: Cast, chance: Random, at: datetime) -> Placed:
    buyer = cast.buyer if index % 8 == 0 else None
    basket_id = open_basket(Visitor(user=buyer, key=None if buyer else new_key()))
    for listing in chance.sample(listings, k=chance.choice((1, 2, 2, 3))):
        add(basket_id=basket_id, product_id=listing.pk, quantity=chance.choice((1, 1, 2)))
    county = COUNTIES[index % len(COUNTIES)]
    contact = clean_contact(
        name=f"{BUYERS[index % len(BUYERS)]}（示例）",
        mobile=f"1390000{1000 + index}",
        area=area_of(county),
        detail=f"示例路{index + 1}号",
        note="",
    )
    view = basket_view(basket_id, now=at)
    return place_order(
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


def _drive(index: int, placed: Placed, chance: Random, *, at: datetime, until: datetime) -> None:
    """As far as the time allows: every eleventh is never paid, some are refunded."""
    is_cash = PaymentAttempt.objects.filter(order_id=placed.order_id).exclude(part="").exists()
    paid_at = at + timedelta(hours=2)
    if index in NEVER_PAID:
        late = at + timedelta(days=3, hours=1)
        if late < until:
            expire(order_id=placed.order_id, now=late)
        return
    if not is_cash and paid_at < until:
        _receive_money(placed.order_id, "", paid_at)
    for part in VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk"):
        _move_on(index, part, chance, is_cash=is_cash, at=paid_at, until=until)


def _move_on(
    index: int, part: VendorOrder, chance: Random, *, is_cash: bool, at: datetime, until: datetime
) -> None:
    shipped_at = at + timedelta(hours=chance.choice((8, 20, 30)))
    received_at = shipped_at + timedelta(days=chance.choice((2, 3)))
    if shipped_at >= until:
        return
    pack(vendor_order=part, actor=DEMO, now=shipped_at - timedelta(hours=1))
    ship(
        vendor_order=part,
        carrier=chance.choice(("ems", "sf", "zto")),
        waybill=f"DEMO{part.pk:08d}",
        actor=DEMO,
        now=shipped_at,
    )
    if received_at >= until:
        return
    if is_cash:
        _receive_money(part.order_id, part.number, received_at)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=received_at)
    if index in SPOILED:
        _refund(part, bearer="household" if index % 2 else "operator", at=received_at + timedelta(hours=5))
    part.refresh_from_db()
    done_at = (part.claim_until or until) + timedelta(minutes=5)
    if done_at >= until:
        return
    complete(vendor_order=part, actor=DEMO, now=done_at)
    settle(vendor_order=part, now=done_at)


def _refund(part: VendorOrder, *, bearer: str, at: datetime) -> None:
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


def _pay_everyone(cast: Cast, *, at: datetime) -> None:
    for owed in owed_vendors():
        payout = make_payout(vendor_id=owed.vendor_id, made_by=cast.cashier, now=at)
        check_payout(payout_id=payout.pk, checked_by=cast.checker, now=at + timedelta(hours=1))
        mark_paid(
            payout_id=payout.pk,
            by=cast.cashier,
            bank_reference=f"DEMO-P{payout.pk:06d}",
            now=at + timedelta(hours=2),
        )
