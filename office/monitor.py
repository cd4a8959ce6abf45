"""Today and this month: orders and sales of the branch, by town, village and household."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.clock import local_day
from fulfilment.queries import sales
from office.guard import Officer, officers_only
from places.models import Town, Village
from places.queries import designations, town_by_code, village_by_code

# Before the market existed; keeps days far from the edges of what a date can be.
FIRST_DAY = date(2018, 1, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page looks: all of the branch, one town or one village; `level` is what its rows are."""

    level: str
    within: str = ""
    town: Town | None = None
    village: Village | None = None


@officers_only
def home(request: HttpRequest, officer: Officer) -> HttpResponse:
    """All of the branch."""
    return _page(request, officer, Place(level="village" if officer.scope.village_codes else "town"))


@officers_only
def town(request: HttpRequest, officer: Officer, code: str) -> HttpResponse:
    """One town by village."""
    found = town_by_code(code)
    if found is None or not officer.scope.covers(town_code=code, village_code=""):
        raise Http404
    return _page(request, officer, Place(level="village", within=code, town=found))


@officers_only
def village(request: HttpRequest, officer: Officer, code: str) -> HttpResponse:
    """One village by household."""
    found = village_by_code(code)
    if found is None or not officer.scope.covers(town_code=found.town_id, village_code=code):
        raise Http404
    return _page(request, officer, Place(level="vendor", within=code, town=found.town, village=found))


def _page(request: HttpRequest, officer: Officer, place: Place) -> HttpResponse:
    today = local_day(timezone.now())
    day = max(FIRST_DAY, min(_day_in(request, default=today), today))
    rows = sales.sales_by(place.level, scope=officer.scope, within=place.within, day=day)
    net = sales.net_of(rows)
    proof = sales.net_from_receipts(scope=officer.scope, within=place.within, day=day)
    designated = designations()
    shown = {
        "officer": officer,
        "place": place,
        "day": day,
        "today": today,
        "before": day - timedelta(days=1),
        "rows": [(row, designated.get(row.key) if place.level == "village" else None) for row in rows],
        "net": net,
        "day_orders": sum(row.day_orders for row in rows),
        "month_orders": sum(row.month_orders for row in rows),
        "proof": proof,
        "proof_query": sales.FROM_RECEIPTS,
        "adds_up": proof == net,
        "states": sales.states_of_day(scope=officer.scope, within=place.within, day=day),
        "designated": len(designated),
        "expected": settings.EXPECTED_DESIGNATIONS,
        "is_sample": any(designated.values()),
        "is_sample_village": designated.get(place.village.pk) if place.village else None,
        "may_see_town": place.town is not None
        and officer.scope.covers(town_code=place.town.pk, village_code=""),
    }
    return render(request, "office/monitor.html", shown)


def _day_in(request: HttpRequest, *, default: date) -> date:
    """The day the address asks for; anything else is today."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return default
