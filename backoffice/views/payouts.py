"""Payouts: the cashier makes one, another person checks it, the bank pays or fails."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.forms import ReasonForm, ReferenceForm
from backoffice.guard import Job, Staff, staff_only
from common.masking import mask_account
from common.paging import Page, page_from, page_of
from flow.pay_out import check_payout, make_payout, mark_failed, mark_paid
from settlement import queries
from settlement.models import Payout
from vendors.models import Vendor


@staff_only()
def payouts(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Who is owed, who was paid too much, and the payouts so far; each list turns its own pages."""

    def listed(load: Callable[..., Sequence[queries.Owed]], name: str) -> Page[queries.Owed]:
        return page_from(
            lambda after, limit: load(after=after, limit=limit),
            key_of=lambda row: row.vendor_id,
            name=name,
            query=request.GET,
        )

    shown = {
        "staff": staff,
        "owed": listed(queries.owed_vendors, "owed"),
        "overpaid": listed(queries.overpaid_vendors, "overpaid"),
        "page": page_of(queries.payouts(), query=request.GET),
    }
    return render(request, "operator/payouts.html", shown)


@require_POST
@staff_only(Job.CASHIER)
def make(request: HttpRequest, staff: Staff, vendor_id: int) -> HttpResponse:
    """All that is owed to one shop."""
    get_object_or_404(Vendor, pk=vendor_id)
    with refusals_said(request):
        made = make_payout(vendor_id=vendor_id, made_by=staff.user, now=timezone.now())
        messages.success(request, _("付款单已做好，请另一位同事复核。"))
        return redirect("operator:payout", payout_id=made.pk)
    return redirect("operator:payouts")


@staff_only()
def payout(request: HttpRequest, staff: Staff, payout_id: int) -> HttpResponse:
    """One payout with what it pays."""
    found = found_or_404(lambda: queries.payout_by_id(payout_id))
    shown = {
        "staff": staff,
        "payout": found,
        "account": _account(found, staff),
        "items": queries.items_of(found),
        "reference": ReferenceForm(),
        "failure": ReasonForm(),
        "may_check": staff.is_checker and staff.user.pk != found.made_by_id,
    }
    return render(request, "operator/payout.html", shown)


def _account(found: Payout, staff: Staff) -> str:
    """Whole only for who pays or checks, and only as long as that is to be done."""
    number = found.payee.account_number
    needs_it = found.state in {Payout.State.MADE, Payout.State.CHECKED} and (
        staff.is_cashier or staff.is_checker
    )
    return number if needs_it else mask_account(number)


@require_POST
@staff_only(Job.CHECKER)
def check(request: HttpRequest, staff: Staff, payout_id: int) -> HttpResponse:
    """A second pair of eyes."""
    found_or_404(lambda: queries.payout_by_id(payout_id))
    with refusals_said(request):
        check_payout(payout_id=payout_id, checked_by=staff.user, now=timezone.now())
        messages.success(request, _("已复核，出纳可以付款。"))
    return redirect("operator:payout", payout_id=payout_id)


@require_POST
@staff_only(Job.CASHIER)
def paid(request: HttpRequest, staff: Staff, payout_id: int) -> HttpResponse:
    """The bank has paid; the household's record gets its entries."""
    found_or_404(lambda: queries.payout_by_id(payout_id))
    form = ReferenceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请填写银行流水号。"))
        return redirect("operator:payout", payout_id=payout_id)
    with refusals_said(request):
        mark_paid(
            payout_id=payout_id,
            by=staff.user,
            bank_reference=form.cleaned_data["reference"],
            now=timezone.now(),
        )
        messages.success(request, _("已登记付款，农户收入台账同时记账。"))
    return redirect("operator:payout", payout_id=payout_id)


@require_POST
@staff_only(Job.CASHIER, Job.CHECKER)
def failed(request: HttpRequest, staff: Staff, payout_id: int) -> HttpResponse:
    """The bank did not pay, or the check said no: all of it is owed again."""
    found_or_404(lambda: queries.payout_by_id(payout_id))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明失败原因。"))
        return redirect("operator:payout", payout_id=payout_id)
    with refusals_said(request):
        mark_failed(
            payout_id=payout_id, by=staff.user, failure=form.cleaned_data["reason"], now=timezone.now()
        )
        messages.success(request, _("已登记为付款失败，款项重新列为应付。"))
    return redirect("operator:payout", payout_id=payout_id)
