"""Cash on delivery: the carrier's list says what was collected, and what was refused at the door."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.booking import booked
from backoffice.forms import ReasonForm, ReceivedForm
from backoffice.guard import Job, Staff, staff_only
from common.paging import page_of
from flow.cancel import refuse_at_door
from fulfilment.queries.parts import cash_parcels, part_by_number
from payments.queries import cash_of


@staff_only()
def cash(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Parcels whose cash is open."""
    page = page_of(cash_parcels().prefetch_related("parcels"), query=request.GET)
    return render(request, "operator/cash.html", {"staff": staff, "page": page})


@staff_only(Job.CASHIER)
def cash_parcel(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """One parcel: its cash came, or it was refused."""
    part = found_or_404(lambda: part_by_number(number))
    attempt = found_or_404(lambda: cash_of(number))
    form = ReceivedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = booked(
            request, attempt=attempt, form=form, method="cash", actor=staff.actor, now=timezone.now()
        )
        if answer.is_booked:
            return redirect("operator:order", number=part.order.placement.number)
    shown = {"staff": staff, "part": part, "attempt": attempt, "form": form, "refusal": ReasonForm()}
    return render(request, "operator/cash_parcel.html", shown)


@require_POST
@staff_only(Job.CASHIER)
def cash_refused(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Refused at the door: the goods come back, nothing was earned."""
    part = found_or_404(lambda: part_by_number(number))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明拒收原因。"))
        return redirect("operator:cash-parcel", number=number)
    with refusals_said(request):
        refuse_at_door(
            vendor_order=part, reason=form.cleaned_data["reason"], actor=staff.actor, now=timezone.now()
        )
        messages.success(request, _("已登记拒收，货品退回农户库存。"))
    return redirect("operator:order", number=part.order.placement.number)
