"""The income record as households, their shops and the office read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from common.money import ZERO
from households.queries import households_for
from income.models import IncomeEntry, IncomeMonth


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
    """A household's entries with the line sold."""
    return IncomeEntry.objects.filter(household_id=household_id).select_related("sold_line", "vendor_order")


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
        )
        .first()
    )
    if entry is None:
        raise NotForYou(_("没有找到这笔记账。"), code="no_entry")
    return entry
