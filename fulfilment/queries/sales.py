"""What was sold, net of refunds, by place; and the same figure once more from the receipts themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import connection
from django.db.models import Count, F, Q, Sum

from accounts.queries import Scope
from common.clock import month_of, start_of
from common.money import ZERO, total
from fulfilment.models import SalesDay, VendorOrder

# Columns of a grouping: the key, and what the rows are called in both languages.
LEVELS = {
    "town": ("town_id", "town__name", "town__name_en"),
    "village": ("village_id", "village__name", "village__name_en"),
    "vendor": ("vendor_id", "vendor__shop_name", "vendor__shop_name_en"),
}

TOWN_DIGITS = 9

# Shanghai days as half-open ranges of moments, so that the indexes by time serve it however long the market runs.
FROM_RECEIPTS = """\
SELECT coalesce(sum(moved.amount) FILTER (WHERE moved.at >= %(day_starts)s), 0) AS day_net,
       coalesce(sum(moved.amount), 0) AS month_net
FROM (
    SELECT r.received_at AS at, v.vendor_id, v.goods_amount AS amount
    FROM payments_receipt r
    JOIN payments_paymentattempt a ON a.id = r.attempt_id
    JOIN fulfilment_vendororder v ON v.order_id = r.order_id AND a.part IN ('', v.number)
    WHERE r.received_at >= %(month_starts)s AND r.received_at < %(day_ends)s
      AND NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
    UNION ALL
    SELECT s.booked_at, v.vendor_id, -s.amount
    FROM fulfilment_refundshare s JOIN fulfilment_vendororder v ON v.id = s.vendor_order_id
    WHERE s.booked_at >= %(month_starts)s AND s.booked_at < %(day_ends)s AND s.sold_line_id IS NOT NULL
) moved
JOIN vendors_vendor d ON d.id = moved.vendor_id
JOIN places_village p ON p.code = d.village_id
WHERE (%(everything)s OR p.town_id = ANY(%(towns)s) OR p.code = ANY(%(villages)s))
  AND p.code LIKE %(within)s"""


@dataclass(frozen=True, slots=True)
class Sales:
    """Vendor orders paid, and yuan of goods net of refunds: of one day, and of its month up to that day."""

    key: str
    name: str
    name_en: str
    household_id: int | None
    day_orders: int
    day_net: Decimal
    month_orders: int
    month_net: Decimal


@dataclass(frozen=True, slots=True)
class Net:
    """Yuan of goods net of refunds."""

    day: Decimal
    month: Decimal


def in_branch(scope: Scope, *, town: str, village: str) -> Q:
    """The officer's branch as a condition on these two columns."""
    if scope.everything:
        return Q()
    return Q(**{f"{town}__in": scope.town_codes}) | Q(**{f"{village}__in": scope.village_codes})


def below(within: str, *, town: str, village: str) -> Q:
    """The place `within` as a condition on these two columns: nine digits a town, twelve a village, "" anywhere."""
    if not within:
        return Q()
    return Q(**{town if len(within) == TOWN_DIGITS else village: within})


def sales_by(level: str, *, scope: Scope, within: str, day: date) -> Sequence[Sales]:
    """The roll-up of the branch below the place `within` ("" for all of it), most of the month first. One statement."""
    key, name, name_en = LEVELS[level]
    household = "vendor__household_id" if level == "vendor" else ""
    rows = SalesDay.objects.filter(
        in_branch(scope, town="town_id", village="village_id"),
        below(within, town="town_id", village="village_id"),
        day__gte=month_of(day),
        day__lte=day,
    )
    today = Q(day=day)
    summed = (
        rows.values(*filter(None, (key, name, name_en, household)))
        .annotate(
            day_orders=Sum("orders", filter=today, default=0),
            day_net=Sum(F("sold") - F("refunded"), filter=today, default=ZERO),
            month_orders=Sum("orders"),
            month_net=Sum(F("sold") - F("refunded")),
        )
        .order_by("-month_net", key)
    )
    return [
        Sales(
            key=str(row[key]),
            name=row[name],
            name_en=row[name_en] or row[name],
            household_id=row[household] if household else None,
            day_orders=row["day_orders"],
            day_net=row["day_net"],
            month_orders=row["month_orders"],
            month_net=row["month_net"],
        )
        for row in summed
    ]


def net_of(rows: Sequence[Sales]) -> Net:
    """The sum of a table."""
    return Net(day=total([row.day_net for row in rows]), month=total([row.month_net for row in rows]))


def net_from_receipts(*, scope: Scope, within: str, day: date) -> Net:
    """The same figure without the roll-up: goods of all receipts less goods of all refunds. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(FROM_RECEIPTS, asked_of_receipts(scope=scope, within=within, day=day))
        row = cursor.fetchone()
    return Net(day=row[0], month=row[1]) if row else Net(ZERO, ZERO)


def asked_of_receipts(
    *, scope: Scope, within: str, day: date
) -> dict[str, datetime | bool | list[str] | str]:
    """What `FROM_RECEIPTS` is asked with: the moments a Shanghai day and its month begin, and the day ends."""
    return {
        "month_starts": start_of(month_of(day)),
        "day_starts": start_of(day),
        "day_ends": start_of(day + timedelta(days=1)),
        "everything": scope.everything,
        "towns": sorted(scope.town_codes),
        "villages": sorted(scope.village_codes),
        "within": f"{within}%",
    }


def states_of_day(*, scope: Scope, within: str, day: date) -> Sequence[tuple[str, int]]:
    """How many vendor orders placed on a Shanghai day stand where now, cancelled ones too. One statement."""
    start: datetime = start_of(day)
    counted = dict(
        VendorOrder.objects.filter(
            in_branch(scope, town="vendor__village__town_id", village="vendor__village_id"),
            below(within, town="vendor__village__town_id", village="vendor__village_id"),
            order__placement__placed_at__gte=start,
            order__placement__placed_at__lt=start + timedelta(days=1),
        )
        .values_list("state")
        .annotate(count=Count("pk"))
        .order_by("state")
    )
    return [(str(label), counted[state]) for state, label in VendorOrder.State.choices if counted.get(state)]
