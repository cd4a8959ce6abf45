"""My money, as a household reads it: what arrived, and figures that each open to their rows.

Nothing here sums verified figures with the household's own, unverified costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from common.clock import Period, income_year, income_year_of, local_day, month_of, start_of
from common.errors import NotForYou
from common.money import ZERO
from households.models import Household
from income.models import Cost, Dispute, IncomeEntry
from settlement.models import Payout, PayoutItem, SupplyPayment
from settlement.queries import unpaid_adjustments, unpaid_settlements
from vendors.models import SupplyShare, Vendor

MOST_ROWS = 500
# What moved for a vendor: goods and freight of parts whose money came, and refunds of either as they were booked.
_MOVED = """
SELECT r.received_at AS at, v.id AS part_id, v.number, moved.figure, moved.amount
FROM payments_receipt r
JOIN payments_paymentattempt a ON a.id = r.attempt_id
JOIN fulfilment_vendororder v ON v.order_id = r.order_id AND a.part IN ('', v.number)
CROSS JOIN LATERAL (VALUES ('sold', v.goods_amount), ('freight', v.freight_amount)) moved (figure, amount)
WHERE v.vendor_id = %(vendor)s AND r.received_at >= %(first)s AND r.received_at < %(after)s
  AND NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
UNION ALL
SELECT s.booked_at, v.id, v.number,
       CASE WHEN s.sold_line_id IS NULL THEN 'freight' ELSE 'refunded' END,
       CASE WHEN s.sold_line_id IS NULL THEN -s.amount ELSE s.amount END
FROM fulfilment_refundshare s JOIN fulfilment_vendororder v ON v.id = s.vendor_order_id
WHERE v.vendor_id = %(vendor)s AND s.booked_at >= %(first)s AND s.booked_at < %(after)s
"""
_SUMS = f"""
SELECT figure, coalesce(sum(amount) FILTER (WHERE at >= %(month)s), 0.00), sum(amount)
FROM ({_MOVED}) moved GROUP BY figure
"""  # noqa: S608  a constant of this module
_ROWS = f"""
SELECT at, number, amount FROM ({_MOVED}) moved WHERE figure = %(figure)s AND amount <> 0
ORDER BY at DESC, part_id DESC LIMIT {MOST_ROWS}
"""  # noqa: S608  as above

MOVED = ("sold", "refunded", "freight")
PERIODS = ("month", "year")


@dataclass(frozen=True, slots=True)
class Arrival:
    """Money that arrived: the day, yuan, the last digits of the account ("" where it is not known), for what."""

    at: datetime
    amount: Decimal
    account_end: str
    numbers: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of this month and of this income year, in yuan."""

    key: str
    month: Decimal
    year: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """One row behind a figure; `number` names an order of the shop, else `what` says what it is."""

    at: datetime | date
    amount: Decimal
    number: str = ""
    what: str = ""
    entry_id: int | None = None


def period_of(name: str, *, now: datetime) -> Period:
    """This month, or this income year up to its end.

    Raises:
        NotForYou: there is no such period.
    """
    today = local_day(now)
    if name == "year":
        return income_year(income_year_of(today))
    if name == "month":
        first = month_of(today)
        return Period(first, (first.replace(day=28) + (date(1, 1, 5) - date(1, 1, 1))).replace(day=1))
    raise NotForYou(_("没有找到这一页。"), code="no_period")


def last_arrival(vendor: Vendor) -> Arrival | None:
    """The newest money that the bank has paid to this household. Three statements at most."""
    payout = (
        Payout.objects.filter(vendor=vendor, state=Payout.State.PAID)
        .select_related("payee")
        .order_by("-ended_at")
        .first()
    )
    supply = (
        SupplyShare.objects.filter(
            household_id=vendor.household_id or 0, lot__payments__state=SupplyPayment.State.PAID
        )
        .values_list("lot__payments__ended_at", "amount", "lot__number")
        .order_by("-lot__payments__ended_at")
        .first()
    )
    paid_at = payout.ended_at if payout is not None else None
    if supply is not None and supply[0] is not None and (paid_at is None or supply[0] > paid_at):
        return Arrival(supply[0], supply[1], "", [supply[2]])
    if payout is None or paid_at is None:
        return None
    return Arrival(paid_at, payout.amount, payout.payee.account_number[-4:], _numbers_of(payout))


def figures(vendor: Vendor, *, now: datetime) -> Sequence[Figure]:
    """Sold, refunded, freight, arrived and verified expenses. Four statements."""
    month, year = period_of("month", now=now), period_of("year", now=now)
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, {**_asked(vendor, year), "month": start_of(month.first)})
        moved = {figure: Figure(figure, in_month, in_year) for figure, in_month, in_year in cursor.fetchall()}
    in_month = Q(ended_at__gte=start_of(month.first))
    paid = _payouts(vendor, year).aggregate(
        year=Sum("amount", default=ZERO), month=Sum("amount", filter=in_month, default=ZERO)
    )
    supplied = _supplied(vendor, year).aggregate(
        year=Sum("amount", default=ZERO),
        month=Sum("amount", filter=Q(lot__payments__ended_at__gte=start_of(month.first)), default=ZERO),
    )
    spent = _expenses(vendor, year).aggregate(
        year=Sum("amount", default=ZERO), month=Sum("amount", filter=Q(on__gte=month.first), default=ZERO)
    )
    return [
        *(moved.get(key, Figure(key, ZERO, ZERO)) for key in MOVED),
        Figure("arrived", paid["month"] + supplied["month"], paid["year"] + supplied["year"]),
        Figure("expense", spent["month"], spent["year"]),
    ]


def rows_of(vendor: Vendor, *, figure: str, period: Period) -> Sequence[Row]:
    """What a figure is made of, newest first; at most `MOST_ROWS`.

    Raises:
        NotForYou: there is no such figure.
    """
    if figure in MOVED:
        with connection.cursor() as cursor:
            cursor.execute(_ROWS, {**_asked(vendor, period), "figure": figure})
            return [Row(at, amount, number=number) for at, number, amount in cursor.fetchall()]
    if figure == "arrived":
        return _arrived(vendor, period)
    if figure == "expense":
        entries = _expenses(vendor, period).select_related("vendor_order").order_by("-pk")[:MOST_ROWS]
        return [Row(row.on, row.amount, what=str(row.get_kind_display()), entry_id=row.pk) for row in entries]
    if figure == "coming":
        return _coming(vendor)
    raise NotForYou(_("没有找到这一页。"), code="no_figure")


def costs_of(household_id: int) -> QuerySet[Cost]:
    """The household's own costs, those taken back too."""
    return Cost.objects.filter(household_id=household_id).select_related("slip").defer("slip__jpeg")


def own_costs(household_id: int, *, now: datetime) -> Figure:
    """The household's own costs of this month and this income year: unverified. One statement."""
    month, year = period_of("month", now=now), period_of("year", now=now)
    sums = Cost.objects.filter(
        household_id=household_id, taken_back_at__isnull=True, on__gte=year.first, on__lt=year.after
    ).aggregate(
        year=Sum("amount", default=ZERO), month=Sum("amount", filter=Q(on__gte=month.first), default=ZERO)
    )
    return Figure("own", sums["month"], sums["year"])


def cost_of(household_id: int, cost_id: int) -> Cost:
    """One cost of this household.

    Raises:
        NotForYou: it is another's, or not there.
    """
    cost = Cost.objects.filter(household_id=household_id, pk=cost_id).first()
    if cost is None:
        raise NotForYou(_("没有找到这笔支出。"), code="no_cost")
    return cost


def entry_of(household_id: int, entry_id: int) -> IncomeEntry:
    """One entry of this household, with what it comes from.

    Raises:
        NotForYou: it is another's, or not there.
    """
    related = ("sold_line", "vendor_order", "payout_item__payout", "supply_share__lot", "supply_payment")
    entry = (
        IncomeEntry.objects.filter(household_id=household_id, pk=entry_id).select_related(*related).first()
    )
    if entry is None:
        raise NotForYou(_("没有找到这笔记账。"), code="no_entry")
    return entry


def disputes_in(households: QuerySet[Household]) -> QuerySet[Dispute]:
    """Disputes of these households, those that wait for an answer first."""
    rows = Dispute.objects.filter(entry__household__in=households)
    return rows.select_related("entry__household__village__town", "entry__sold_line")


def _asked(vendor: Vendor, period: Period) -> dict[str, int | datetime | str]:
    return {"vendor": vendor.pk, "first": start_of(period.first), "after": start_of(period.after)}


def _payouts(vendor: Vendor, period: Period) -> QuerySet[Payout]:
    return Payout.objects.filter(
        vendor=vendor,
        state=Payout.State.PAID,
        ended_at__gte=start_of(period.first),
        ended_at__lt=start_of(period.after),
    )


def _supplied(vendor: Vendor, period: Period) -> QuerySet[SupplyShare]:
    return SupplyShare.objects.filter(
        household_id=vendor.household_id or 0,
        lot__payments__state=SupplyPayment.State.PAID,
        lot__payments__ended_at__gte=start_of(period.first),
        lot__payments__ended_at__lt=start_of(period.after),
    )


def _expenses(vendor: Vendor, period: Period) -> QuerySet[IncomeEntry]:
    return IncomeEntry.objects.filter(
        household_id=vendor.household_id or 0,
        account=IncomeEntry.Account.BUSINESS_EXPENSE,
        on__gte=period.first,
        on__lt=period.after,
    )


def _arrived(vendor: Vendor, period: Period) -> Sequence[Row]:
    items = PayoutItem.objects.filter(payout__in=_payouts(vendor, period)).select_related(
        "payout", "settlement__vendor_order", "adjustment__settlement__vendor_order"
    )
    rows = [
        Row(item.payout.ended_at or item.payout.made_at, item.amount, number=_number(item))
        for item in items.order_by("-payout__ended_at", "-pk")[:MOST_ROWS]
    ]
    shares = _supplied(vendor, period).values_list("lot__payments__ended_at", "amount", "lot__number")
    rows += [Row(at, amount, what=number) for at, amount, number in shares[:MOST_ROWS] if at is not None]
    return sorted(rows, key=_moment, reverse=True)


def _coming(vendor: Vendor) -> Sequence[Row]:
    """Settled and not paid yet, whatever the period: owed, and on its way at the bank."""
    under_way = PayoutItem.objects.filter(
        payout__vendor=vendor, payout__state__in=[Payout.State.MADE, Payout.State.CHECKED]
    ).select_related("payout", "settlement__vendor_order", "adjustment__settlement__vendor_order")
    rows = [Row(item.payout.made_at, item.amount, number=_number(item)) for item in under_way]
    settled = unpaid_settlements(vendor.pk).select_related("vendor_order")
    rows += [Row(row.settled_at, row.due, number=row.vendor_order.number) for row in settled[:MOST_ROWS]]
    adjusted = unpaid_adjustments(vendor.pk).select_related("settlement__vendor_order")
    rows += [
        Row(row.booked_at, row.amount, number=row.settlement.vendor_order.number)
        for row in adjusted[:MOST_ROWS]
    ]
    return sorted(rows, key=_moment, reverse=True)


def _moment(row: Row) -> datetime:
    return row.at if isinstance(row.at, datetime) else start_of(row.at)


def _number(item: PayoutItem) -> str:
    settlement = item.settlement or (item.adjustment.settlement if item.adjustment else None)
    return settlement.vendor_order.number if settlement else ""


def _numbers_of(payout: Payout) -> list[str]:
    items = payout.items.select_related(
        "settlement__vendor_order", "adjustment__settlement__vendor_order"
    ).order_by("pk")
    return list(dict.fromkeys(filter(None, map(_number, items))))
