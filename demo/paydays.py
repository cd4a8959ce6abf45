"""The operator pays the households once a month: one makes it, another checks it, and the bank pays."""

from datetime import datetime, timedelta
from functools import partial

from common.clock import local_day, start_of
from demo.people import Cast
from demo.timeline import Timeline
from flow.pay_out import check_payout, make_payout, mark_failed, mark_paid
from settlement.queries import owed_vendors

DAY = 20
HOUR = timedelta(hours=10)
# More than the demo has shops.
MANY = 500
# On one payday the bank sends one back; it is paid with the next.
FAILING = 5


def plan_paydays(cast: Cast, timeline: Timeline, *, since: datetime, until: datetime) -> None:
    """On the twentieth of each month; of the latest, two are not through yet, so that there is something to do."""
    day, number, planned = local_day(since).replace(day=DAY), 0, []
    while (at := start_of(day) + HOUR) < until - timedelta(hours=3):
        planned.append(at)
        day = (day + timedelta(days=31)).replace(day=DAY)
    for number, at in enumerate(planned):
        timeline.plan(at, partial(_pay, cast, number=number, is_latest=at == planned[-1]))


def _pay(cast: Cast, at: datetime, *, number: int, is_latest: bool) -> None:
    owed = owed_vendors(limit=MANY)
    for place, vendor in enumerate(owed):
        payout = make_payout(vendor_id=vendor.vendor_id, made_by=cast.cashier, now=at)
        if is_latest and place == len(owed) - 1:
            continue
        check_payout(payout_id=payout.pk, checked_by=cast.checker, now=at + timedelta(hours=1))
        if is_latest and place == len(owed) - 2:
            continue
        done_at = at + timedelta(hours=2)
        if number == FAILING and place == 0:
            mark_failed(payout_id=payout.pk, by=cast.cashier, failure="账号与户名不符（示例）", now=done_at)
            continue
        mark_paid(payout_id=payout.pk, by=cast.cashier, bank_reference=f"DEMO-P{payout.pk:06d}", now=done_at)
