"""An order with its parts; its refunds and cancellations."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.forms import NumberForm, ReasonForm
from backoffice.guard import Job, Staff, staff_only
from backoffice.refund_form import RefundForm
from common.errors import DomainError
from common.money import ZERO
from common.paging import page_of
from flow.cancel import cancel_by_operator
from flow.refund_once import Booked, refund_once
from fulfilment.models import VendorOrder
from fulfilment.queries.parts import late_parts, order_by_number, part_by_number, parts_of
from fulfilment.services.vendor_orders import sold_lines
from payments.queries import attempts_of, refunds_of


@staff_only()
def find(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Finds an order by its number."""
    form = NumberForm(request.GET or None)
    if form.is_bound and form.is_valid():
        try:
            found = order_by_number(form.cleaned_data["number"])
        except DomainError as error:
            form.add_error("number", error.message)
        else:
            return redirect("operator:order", number=found.number)
    return render(request, "operator/find.html", {"staff": staff, "form": form})


@staff_only()
def order(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """All of it: address, parts, payments, refunds."""
    placement = found_or_404(lambda: order_by_number(number))
    shown = {
        "staff": staff,
        "order": placement,
        "parts": parts_of(placement.pk),
        "attempts": attempts_of(placement.pk),
        "refunds": refunds_of(placement.pk),
    }
    return render(request, "operator/order.html", shown)


@staff_only()
def late(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Parts that should have been shipped by now."""
    rows = late_parts(timezone.now()).select_related("vendor", "order__placement")
    return render(request, "operator/late.html", {"staff": staff, "page": page_of(rows, query=request.GET)})


@require_POST
@staff_only(Job.SERVICE)
def cancel(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Ends a part that cannot be shipped; what was paid for it goes back."""
    part = found_or_404(lambda: part_by_number(number))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明取消原因。"))
        return redirect("operator:order", number=part.order.placement.number)
    with refusals_said(request):
        cancel_by_operator(
            vendor_order=part, reason=form.cleaned_data["reason"], actor=staff.actor, now=timezone.now()
        )
        messages.success(request, _("这份订单已取消，已付的款项全额退还。"))
    return redirect("operator:order", number=part.order.placement.number)


@staff_only(Job.SERVICE)
def refund(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Gives money back for one part."""
    part = found_or_404(lambda: part_by_number(number))
    form = RefundForm(request.POST or None, lines=sold_lines(part))
    if request.method == "POST" and form.is_valid():
        try:
            booked = _give_back(part, form, staff, now=timezone.now())
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            _say(request, booked)
            return redirect("operator:order", number=part.order.placement.number)
    return render(request, "operator/refund.html", {"staff": staff, "part": part, "form": form})


def _give_back(part: VendorOrder, form: RefundForm, staff: Staff, *, now: datetime) -> Booked:
    typed = form.cleaned_data
    return refund_once(
        submission=typed["submission"],
        vendor_order=part,
        amount=form.whole,
        lines=form.shares,
        freight=typed["freight"] or ZERO,
        reason=typed["reason"],
        borne_by=typed["borne_by"],
        actor=staff.actor,
        now=now,
    )


def _say(request: HttpRequest, booked: Booked) -> None:
    told = {"amount": booked.refund.amount, "reason": booked.refund.reason}
    if booked.is_new:
        messages.success(request, _("退款 ¥%(amount)s 已登记，买家会收到通知。") % told)
        return
    again = _(
        "这一页之前提交过，当时登记退款 ¥%(amount)s（%(reason)s），这次没有再退。要另退一笔，请从订单重新点“退款”。"
    )
    messages.warning(request, again % told)
