"""My money: what arrived, figures that open to their rows, a card to print, and an entry that can be disputed."""

from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.clock import income_year_of, local_day
from common.errors import DomainError, NotForYou
from common.money import total
from common.paging import page_of
from desk.guard import Member, members_only, own_shop
from desk.money_forms import DisputeForm
from income import money_queries, queries
from income.models import IncomeEntry
from income.services.said import dispute
from settlement.queries import balance
from vendors.models import Vendor

TITLES: dict[str, str | Promise] = {
    "sold": gettext_lazy("卖了"),
    "refunded": gettext_lazy("退了"),
    "freight": gettext_lazy("买家付的运费"),
    "arrived": gettext_lazy("到账"),
    "expense": gettext_lazy("记账的支出"),
    "coming": gettext_lazy("待到账"),
}
PERIODS: dict[str, str | Promise] = {
    "month": gettext_lazy("这个月"),
    "year": gettext_lazy("这个收入年度"),
}


@members_only
def money(request: HttpRequest, member: Member, vendor_id: int | None = None) -> HttpResponse:
    """The last money that arrived, in one line; the month and the year; every entry."""
    vendor = _shop(member, vendor_id)
    now = timezone.now()
    found = money_queries.figures(vendor, now=now)
    entries = queries.entries_of(vendor.household_id) if vendor.household_id else None
    shown = {
        "member": member,
        "vendor": vendor,
        "arrival": money_queries.last_arrival(vendor),
        "figures": [(TITLES[figure.key], figure) for figure in found],
        "own": money_queries.own_costs(vendor.household_id, now=now) if vendor.household_id else None,
        "coming": _coming(vendor),
        "page": page_of(entries, query=request.GET) if entries is not None else None,
    }
    return render(request, "desk/money.html", shown)


@members_only
def opened(request: HttpRequest, member: Member, vendor_id: int, figure: str, period: str) -> HttpResponse:
    """What a figure is made of; each row leads to its order or its entry."""
    vendor = _shop(member, vendor_id)
    try:
        span = money_queries.period_of(period, now=timezone.now())
        rows = money_queries.rows_of(vendor, figure=figure, period=span)
    except NotForYou as error:
        raise Http404 from error
    shown = {
        "member": member,
        "vendor": vendor,
        "title": TITLES[figure],
        "period": "" if figure == "coming" else PERIODS[period],
        "span": span,
        "rows": rows,
        "sum": total([row.amount for row in rows]),
        "is_cut": len(rows) >= money_queries.MOST_ROWS,
    }
    return render(request, "desk/money_rows.html", shown)


@members_only
def card(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """One sheet to print: the income year by month. Own costs stand apart, unverified."""
    vendor = _shop(member, vendor_id)
    if vendor.household is None:
        raise Http404
    now = timezone.now()
    year = income_year_of(local_day(now))
    shown = {
        "member": member,
        "vendor": vendor,
        "household": vendor.household,
        "year": year,
        "months": queries.months_of(vendor.household.pk, year=year),
        "sums": queries.year_from_entries(vendor.household.pk, year=year),
        "own": money_queries.own_costs(vendor.household.pk, now=now),
        "coming": _coming(vendor),
        "now": now,
    }
    return render(request, "desk/money_card.html", shown)


@members_only
def entry(request: HttpRequest, member: Member, entry_id: int) -> HttpResponse:
    """One entry, what it comes from, and the way to say that it is wrong."""
    found = _entry(member, entry_id)
    form = DisputeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            dispute(entry=found, reason=form.cleaned_data["reason"], actor=member.actor, now=timezone.now())
        except DomainError as error:
            form.add_error("reason", error.message)
        else:
            messages.success(request, _("已经提出，工作人员看过会在这里答复您。"))
            return redirect("desk:money-entry", entry_id=found.pk)
    disputes = list(found.disputes.order_by("-pk"))
    shown = {
        "member": member,
        "entry": found,
        "disputes": disputes,
        "waits": any(row.answered_at is None for row in disputes),
        "form": form,
    }
    return render(request, "desk/money_entry.html", shown)


def _coming(vendor: Vendor) -> Decimal:
    """Settled and not paid yet: owed, and on its way at the bank."""
    found = balance(vendor.pk)
    return found.owed + found.held


def _shop(member: Member, vendor_id: int | None) -> Vendor:
    return own_shop(member, vendor_id) if vendor_id is not None else member.vendors[0]


def _entry(member: Member, entry_id: int) -> IncomeEntry:
    for vendor in member.vendors:
        if vendor.household_id:
            try:
                return money_queries.entry_of(vendor.household_id, entry_id)
            except NotForYou:
                continue
    raise Http404
