"""What follows once an order is placed: money, parcels, claims, each planned when the step before it has happened."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from uuid import UUID

from common.audit import DEMO
from demo.fates import Fate
from demo.timeline import Timeline
from flow.cancel import cancel_late, cancel_unpaid, refuse_at_door
from flow.confirm_payment import confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.expire import expire
from flow.give_back import return_mismatch
from flow.money import Money
from flow.refund import refund_amount
from flow.refund_by_hand import refund_by_hand
from flow.settle import settle
from flow.ship import pack, ship
from fulfilment.models import VendorOrder
from payments.models import PaymentAttempt, Problem, Refund
from payments.services.problems import close_problem

CARRIERS = ("ems", "sf", "zto")
TIME_TO_PAY = timedelta(days=3, hours=1)
LATE = timedelta(days=3)
# By then the household has been paid.
REGRET = timedelta(days=45)
SPOILED = Decimal("0.20")
TOO_MUCH = Decimal("10.00")
TO_PAY_BACK = timedelta(hours=3)
# Of money that came twice, the latest case is not closed yet.
STAYS_OPEN_FROM = 300


@dataclass(frozen=True, slots=True)
class Course:
    """One order on its way."""

    index: int
    fate: Fate
    chance: Random
    timeline: Timeline


def follow(order_id: int, course: Course, paid_at: datetime) -> None:
    """Plans what comes next for an order just placed."""
    fate, timeline = course.fate, course.timeline
    if fate.is_given_up:
        timeline.plan(paid_at, partial(_give_up, order_id))
        return
    if fate.is_never_paid:
        timeline.plan(paid_at + TIME_TO_PAY, partial(_run_out, order_id))
        if not fate.is_paid_too_late:
            return
        paid_at += TIME_TO_PAY + timedelta(days=1)
    if fate.is_cash:
        _plan_parcels(order_id, course, paid_at)
    else:
        timeline.plan(paid_at, partial(_pay, order_id, course))


def _give_up(order_id: int, at: datetime) -> None:
    cancel_unpaid(order_id=order_id, actor=DEMO, now=at)


def _run_out(order_id: int, at: datetime) -> None:
    expire(order_id=order_id, now=at)


def _pay(order_id: int, course: Course, at: datetime) -> None:
    fate = course.fate
    if fate.is_wrong_at_first:
        _send_wrong_amount(order_id, course, at - timedelta(minutes=40))
    _receive_money(order_id, "", at)
    if fate.is_twice_paid:
        course.timeline.plan(at + timedelta(hours=6), partial(_receive_again, order_id, course))
    _plan_parcels(order_id, course, at)


def _plan_parcels(order_id: int, course: Course, at: datetime) -> None:
    for number, part in enumerate(VendorOrder.objects.filter(order_id=order_id).order_by("pk")):
        if course.fate.is_late and number == 0:
            course.timeline.plan(at + LATE, partial(_cancel_late, part, course))
            continue
        shipped_at = at + timedelta(hours=course.chance.choice((8, 20, 30)))
        course.timeline.plan(shipped_at, partial(_ship, part, course))


def _cancel_late(part: VendorOrder, course: Course, at: datetime) -> None:
    cancel_late(vendor_order=part, actor=DEMO, now=at)
    _plan_pay_back(Refund.objects.filter(receipt__order_id=part.order_id).latest("pk"), course, at)


def _ship(part: VendorOrder, course: Course, at: datetime) -> None:
    pack(vendor_order=part, actor=DEMO, now=at - timedelta(hours=1))
    carrier = course.chance.choice(CARRIERS)
    ship(vendor_order=part, carrier=carrier, waybill=f"DEMO{part.pk:08d}", actor=DEMO, now=at)
    arrives = at + timedelta(days=course.chance.choice((2, 3)))
    course.timeline.plan(arrives, partial(_refuse if course.fate.is_refused else _arrive, part, course))


def _refuse(part: VendorOrder, _course: Course, at: datetime) -> None:
    refuse_at_door(vendor_order=part, reason="买家拒收（示例）", actor=DEMO, now=at)


def _arrive(part: VendorOrder, course: Course, at: datetime) -> None:
    if course.fate.is_cash:
        _receive_money(part.order_id, part.number, at)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=at)
    if course.fate.is_spoiled:
        course.timeline.plan(at + timedelta(hours=5), partial(_refund, part, course))
    part.refresh_from_db()
    if part.claim_until is not None:
        course.timeline.plan(part.claim_until + timedelta(minutes=5), partial(_finish, part, course))


def _finish(part: VendorOrder, course: Course, at: datetime) -> None:
    complete(vendor_order=part, actor=DEMO, now=at)
    settle(vendor_order=part, now=at)
    if course.fate.is_regretted:
        course.timeline.plan(at + REGRET, partial(_refund, part, course))


def _refund(part: VendorOrder, course: Course, at: datetime) -> None:
    refund = refund_amount(
        vendor_order=part,
        amount=(part.goods_amount * SPOILED).quantize(Decimal("0.01")),
        reason="到货有坏果（示例）",
        borne_by=course.fate.borne_by,
        actor=DEMO,
        now=at,
    )
    _plan_pay_back(refund, course, at)


def _plan_pay_back(refund: Refund, course: Course, at: datetime) -> None:
    course.timeline.plan(at + TO_PAY_BACK, partial(_pay_back, refund, course))


def _pay_back(refund: Refund, course: Course, at: datetime) -> None:
    """The operator transfers it, and closes what stood on the list for it; the latest line stays for a visitor."""
    refund_by_hand(refund_key=UUID(str(refund.key)), reference=f"DEMO-R{refund.pk:06d}", actor=DEMO, now=at)
    if refund.kind == Refund.Kind.UNPLACED and course.index < STAYS_OPEN_FROM:
        for problem in Problem.objects.filter(order_id=refund.receipt.order_id, closed_at__isnull=True):
            close_problem(problem=problem, note="已退回付款账户（示例）", actor=DEMO, now=at)


def _receive_money(order_id: int, part: str, at: datetime) -> None:
    attempt = _attempt(order_id, part)
    money = _money(attempt, f"DEMO-{attempt.pk:06d}", at=at)
    confirm_payment(attempt_key=UUID(str(attempt.key)), money=money, actor=DEMO, now=at)


def _receive_again(order_id: int, course: Course, at: datetime) -> None:
    """A second transfer for the same order: the operator says so, and it goes back."""
    attempt = _attempt(order_id, "")
    money = _money(attempt, f"DEMO-{attempt.pk:06d}-2", at=at, is_another=True)
    confirm_payment(attempt_key=UUID(str(attempt.key)), money=money, actor=DEMO, now=at)
    _plan_pay_back(Refund.objects.get(receipt__provider_ref=money.provider_ref), course, at)


def _send_wrong_amount(order_id: int, course: Course, at: datetime) -> None:
    attempt = _attempt(order_id, "")
    money = _money(attempt, f"DEMO-{attempt.pk:06d}-0", at=at, more=TOO_MUCH)
    refund = return_mismatch(attempt_key=UUID(str(attempt.key)), money=money, actor=DEMO, now=at)
    _plan_pay_back(refund, course, at)


def _attempt(order_id: int, part: str) -> PaymentAttempt:
    """What was asked for at placing; money given back stands beside it."""
    return PaymentAttempt.objects.filter(order_id=order_id, part=part).order_by("pk")[0]


def _money(
    attempt: PaymentAttempt,
    reference: str,
    *,
    at: datetime,
    more: Decimal = Decimal("0.00"),
    is_another: bool = False,
) -> Money:
    return Money(
        amount=attempt.amount + more,
        currency="CNY",
        provider_ref=reference,
        method="cash" if attempt.part else "transfer",
        received_at=at,
        is_another=is_another,
    )
