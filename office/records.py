"""Households of the branch, their income records, and the way from an entry to the payment and back."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from common.clock import income_year_of, local_day
from common.masking import mask_name
from common.money import ZERO
from common.paging import number_in, page_of
from fulfilment.queries.receipts import paid_for
from households.models import Household
from households.queries import household_for, households_for
from income import queries as income
from income.supply_queries import supply_trace_of
from office.guard import Officer, found_or_404, officers_only
from settlement.queries import balance


@dataclass(frozen=True, slots=True)
class Listed:
    """A household as a list shows it: the name masked, the income of the running year in yuan."""

    household: Household
    head: str
    place: str
    status: str
    net: Decimal


@officers_only
def households(request: HttpRequest, officer: Officer) -> HttpResponse:
    """The households of the branch; with ?village= those of one village."""
    rows = households_for(officer.user).prefetch_related("statuses")
    village = request.GET.get("village", "")
    if village:
        rows = rows.filter(village_id=village)
    page = page_of(rows, query=request.GET, oldest_first=True)
    year = income_year_of(local_day(timezone.now()))
    net = income.net_of_year([row.pk for row in page.rows], year=year)
    listed = [_listed(row, net.get(row.pk, ZERO)) for row in page.rows]
    return render(
        request, "office/households.html", {"officer": officer, "page": page, "rows": listed, "year": year}
    )


@officers_only
def household(request: HttpRequest, officer: Officer, household_id: int) -> HttpResponse:
    """One household's record: a year by month, and every entry of it."""
    found = found_or_404(lambda: household_for(officer.user, household_id))
    years = income.years_of(found.pk)
    year = number_in(request.GET, "year") or (
        years[0].label if years else income_year_of(local_day(timezone.now()))
    )
    sums = next((row for row in years if row.label == year), income.Sums(year, ZERO, ZERO))
    proof = income.year_from_entries(found.pk, year=year)
    entries = income.entries_of(found.pk).filter(income_year=year)
    month = number_in(request.GET, "month")
    if month:
        entries = entries.filter(month__month=month)
    vendor = getattr(found, "vendor", None)
    shown = {
        "officer": officer,
        "household": found,
        "head": mask_name(found.head_name),
        "years": years,
        "year": year,
        "months": income.months_of(found.pk, year=year),
        "sums": sums,
        "proof": proof,
        "adds_up": sums == proof,
        "balance": balance(vendor.pk) if vendor else None,
        "month": month,
        "page": page_of(entries, query=request.GET),
    }
    return render(request, "office/household.html", shown)


@officers_only
def entry(request: HttpRequest, officer: Officer, entry_id: int) -> HttpResponse:
    """One entry and all it comes from: an order and its payment, or a lot and its payment."""
    found = found_or_404(lambda: income.entry_for(officer.user, entry_id))
    head = mask_name(found.household.head_name)
    if found.supply_share is not None:
        shown = {"officer": officer, "trace": supply_trace_of(found), "head": head}
        return render(request, "office/supply_entry.html", shown)
    shown = {"officer": officer, "trace": income.trace_of(found), "head": head}
    return render(request, "office/entry.html", shown)


@officers_only
def receipt(request: HttpRequest, officer: Officer, receipt_id: int) -> HttpResponse:
    """One payment and the entries it fed."""
    paid = found_or_404(lambda: paid_for(officer.user, receipt_id))
    shown = {
        "officer": officer,
        "paid": paid,
        "entries": [(row, mask_name(row.household.head_name)) for row in income.entries_fed_by(paid)],
    }
    return render(request, "office/receipt.html", shown)


def _listed(household: Household, net: Decimal) -> Listed:
    village = household.village
    is_english = get_language() == "en"
    statuses = list(household.statuses.all())
    return Listed(
        household=household,
        head=mask_name(household.head_name),
        place=f"{village.town.name_en}, {village.name_en}"
        if is_english
        else f"{village.town.name}{village.name}",
        status=str(statuses[-1].get_status_display()) if statuses else "",
        net=net,
    )
