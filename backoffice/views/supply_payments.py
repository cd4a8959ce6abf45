"""Paying a lot's households: the cashier makes it, another person checks it, the bank pays or fails."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.forms import ReasonForm, ReferenceForm
from backoffice.guard import Job, Staff, staff_only
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_failed, mark_supply_paid
from settlement.queries import supply_payment_by_id
from vendors.queries import lot_by_number, payees_of, shares_of


@require_POST
@staff_only(Job.CASHIER)
def make(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """The whole lot."""
    lot = found_or_404(lambda: lot_by_number(number))
    with refusals_said(request):
        payment = make_supply_payment(lot_id=lot.pk, made_by=staff.user, now=timezone.now())
        messages.success(request, _("付款单已做好，请另一位同事复核。"))
        return redirect("operator:supply-payment", payment_id=payment.pk)
    return redirect("operator:lot", number=number)


@staff_only()
def payment(request: HttpRequest, staff: Staff, payment_id: int) -> HttpResponse:
    """One payment with each household's part and account."""
    found = found_or_404(lambda: supply_payment_by_id(payment_id))
    shares = list(shares_of(found.lot))
    payees = payees_of([share.household_id for share in shares]) if _sees_accounts(staff) else {}
    shown = {
        "staff": staff,
        "payment": found,
        "lot": found.lot,
        "rows": [(share, payees.get(share.household_id)) for share in shares],
        "sees_accounts": _sees_accounts(staff),
        "reference": ReferenceForm(),
        "failure": ReasonForm(),
        "may_check": staff.is_checker and staff.user.pk != found.made_by_id,
    }
    return render(request, "operator/supply_payment.html", shown)


@require_POST
@staff_only(Job.CHECKER)
def check(request: HttpRequest, staff: Staff, payment_id: int) -> HttpResponse:
    """A second pair of eyes."""
    found_or_404(lambda: supply_payment_by_id(payment_id))
    with refusals_said(request):
        check_supply_payment(payment_id=payment_id, checked_by=staff.user, now=timezone.now())
        messages.success(request, _("已复核，出纳可以付款。"))
    return redirect("operator:supply-payment", payment_id=payment_id)


@require_POST
@staff_only(Job.CASHIER)
def paid(request: HttpRequest, staff: Staff, payment_id: int) -> HttpResponse:
    """The bank has paid; each household's record gets its entry."""
    found_or_404(lambda: supply_payment_by_id(payment_id))
    form = ReferenceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请填写银行流水号。"))
        return redirect("operator:supply-payment", payment_id=payment_id)
    with refusals_said(request):
        mark_supply_paid(
            payment_id=payment_id,
            by=staff.user,
            bank_reference=form.cleaned_data["reference"],
            now=timezone.now(),
        )
        messages.success(request, _("已登记付款，各户收入台账同时记账。"))
    return redirect("operator:supply-payment", payment_id=payment_id)


@require_POST
@staff_only(Job.CASHIER, Job.CHECKER)
def failed(request: HttpRequest, staff: Staff, payment_id: int) -> HttpResponse:
    """The bank did not pay, or the check said no: the lot waits for another payment."""
    found_or_404(lambda: supply_payment_by_id(payment_id))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明失败原因。"))
        return redirect("operator:supply-payment", payment_id=payment_id)
    with refusals_said(request):
        mark_supply_failed(
            payment_id=payment_id, by=staff.user, failure=form.cleaned_data["reason"], now=timezone.now()
        )
        messages.success(request, _("已登记为付款失败，这批货可以重新做付款单。"))
    return redirect("operator:supply-payment", payment_id=payment_id)


def _sees_accounts(staff: Staff) -> bool:
    """Names and account numbers are for those who pay and check."""
    return staff.is_cashier or staff.is_checker
