"""The income record as households, their shops and the office read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from common.money import ZERO
from fulfilment.models import RefundShare, VendorOrder
from fulfilment.queries.receipts import Paid
from households.queries import households_for
from income.models import IncomeEntry, IncomeMonth
from payments.models import Receipt
from payments.queries import receipt_of_part
from settlement.models import Payout, Settlement, SettlementLine
from settlement.queries import payout_of


@dataclass(frozen=True, slots=True)
class Sums:
    """Of a year or a month, in yuan: what came in, what it cost, and what stays."""

    label: int | date
    income: Decimal
    expense: Decimal

    @property
    def net(self) -> Decimal:
        """Income less expense."""
        return self.income - self.expense


def entries_of(household_id: int) -> QuerySet[IncomeEntry]:
    """A household's entries with the line sold, or the lot supplied."""
    entries = IncomeEntry.objects.filter(household_id=household_id)
    return entries.select_related("sold_line", "vendor_order", "supply_share__lot")


def years_of(household_id: int) -> Sequence[Sums]:
    """Income years with entries, newest first."""
    years = (
        IncomeMonth.objects.filter(household_id=household_id)
        .values_list("income_year")
        .annotate(income=Sum("income"), expense=Sum("expense"))
        .order_by("-income_year")
    )
    return [Sums(year, income, expense) for year, income, expense in years]


def months_of(household_id: int, *, year: int) -> Sequence[Sums]:
    """The months of an income year with entries, oldest first."""
    months = IncomeMonth.objects.filter(household_id=household_id, income_year=year).order_by("month")
    return [Sums(row.month, row.income, row.expense) for row in months]


def net_of_year(household_ids: Sequence[int], *, year: int) -> dict[int, Decimal]:
    """Net income of one year for each of these households; those without entries are absent."""
    rows = (
        IncomeMonth.objects.filter(household_id__in=household_ids, income_year=year)
        .values_list("household_id")
        .annotate(income=Sum("income", default=ZERO), expense=Sum("expense", default=ZERO))
    )
    return {household_id: income - expense for household_id, income, expense in rows}


def year_from_entries(household_id: int, *, year: int) -> Sums:
    """A year's sums entry by entry, beside those of the roll-up. One statement."""
    is_income = Q(account=IncomeEntry.Account.BUSINESS_INCOME)
    sums = IncomeEntry.objects.filter(household_id=household_id, income_year=year).aggregate(
        income=Sum("amount", filter=is_income, default=ZERO),
        expense=Sum("amount", filter=~is_income, default=ZERO),
    )
    return Sums(year, sums["income"], sums["expense"])


def entry_for(user: User, entry_id: int) -> IncomeEntry:
    """One entry of a household in the officer's branch, with all it comes from.

    Raises:
        NotForYou: outside the branch, or not there.
    """
    entry = (
        IncomeEntry.objects.filter(pk=entry_id, household__in=households_for(user))
        .select_related(
            "household__village__town",
            "sold_line",
            "vendor_order__vendor",
            "payout_item__payout",
            "payout_item__settlement",
            "adjustment__settlement",
            "adjustment__refund_share__refund",
            "supply_share__lot__operator__village__town",
            "supply_share__village__town",
            "supply_payment",
        )
        .first()
    )
    if entry is None:
        raise NotForYou(_("没有找到这笔记账。"), code="no_entry")
    return entry


@dataclass(frozen=True, slots=True)
class Trace:
    """An entry and all it comes from, down to the money that the buyer paid."""

    entry: IncomeEntry
    part: VendorOrder
    settlement: Settlement
    settlement_line: SettlementLine | None
    payout: Payout | None
    receipt: Receipt | None
    shares: Sequence[RefundShare]


def trace_of(entry: IncomeEntry) -> Trace:
    """The chain behind an entry of own sales loaded by `entry_for`. Four statements."""
    item = entry.payout_item
    settlement = item.settlement if item is not None else None
    if settlement is None:
        if entry.adjustment is None:
            raise ValueError(f"income entry {entry.pk} names no source")
        settlement = entry.adjustment.settlement
    part = entry.vendor_order
    if part is None:
        raise ValueError(f"income entry {entry.pk} comes from no order")
    lines = SettlementLine.objects.filter(settlement=settlement, sold_line=entry.sold_line_id)
    shares = RefundShare.objects.filter(vendor_order=part).select_related("refund", "sold_line")
    return Trace(
        entry=entry,
        part=part,
        settlement=settlement,
        settlement_line=lines.first(),
        payout=item.payout if item is not None else payout_of(settlement),
        receipt=receipt_of_part(order_id=part.order_id, part_number=part.number),
        shares=list(shares.order_by("pk")),
    )


def entries_fed_by(paid: Paid) -> QuerySet[IncomeEntry]:
    """The entries that a receipt led to, of the parts the officer may see."""
    entries = IncomeEntry.objects.filter(vendor_order__in=[part.pk for part in paid.parts])
    return entries.select_related("household__village", "sold_line").order_by("pk")
