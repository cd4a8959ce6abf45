"""Refunds that need a person: paid by transfer or in cash, or failed by their provider."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.failures import said
from backoffice.forms import ReferenceForm
from backoffice.guard import Job, Staff, staff_only
from common.errors import DomainError
from common.paging import page_of
from flow.refund_by_hand import refund_by_hand
from flow.send_refund_again import send_refund_again
from payments.models import Refund
from payments.queries import refund_by_key, refunds_by_hand, refunds_failed


@staff_only()
def refunds(request: HttpRequest, staff: Staff) -> HttpResponse:
    """The refunds that a person pays."""
    page = page_of(refunds_by_hand(), query=request.GET)
    return render(request, "operator/refunds.html", {"staff": staff, "page": page})


@staff_only()
def failed(request: HttpRequest, staff: Staff) -> HttpResponse:
    """The refunds that a provider did not carry out, or whose money came back: all still owed."""
    page = page_of(refunds_failed(), query=request.GET)
    rows = [(refund, said(refund.failure)) for refund in page.rows]
    return render(request, "operator/refunds_failed.html", {"staff": staff, "page": page, "rows": rows})


@require_POST
@staff_only(Job.CASHIER)
def again(request: HttpRequest, staff: Staff, key: UUID) -> HttpResponse:
    """To the provider once more."""
    found_or_404(lambda: refund_by_key(key))
    with refusals_said(request):
        refund = send_refund_again(refund_key=key, actor=staff.actor, now=timezone.now())
        _say(request, refund)
        if refund.state == Refund.State.FAILED:
            return redirect("operator:refund-paid", key=key)
    return redirect("operator:failed-refunds")


@staff_only(Job.CASHIER)
def refund_paid(request: HttpRequest, staff: Staff, key: UUID) -> HttpResponse:
    """One of them: the bank has moved the money."""
    refund = found_or_404(lambda: refund_by_key(key))
    form = ReferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            refund_by_hand(
                refund_key=key,
                reference=form.cleaned_data["reference"],
                actor=staff.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("已登记退款完成。"))
            return redirect("operator:refunds")
    shown = {"staff": staff, "refund": refund, "failure": said(refund.failure), "form": form}
    return render(request, "operator/refund_paid.html", shown)


def _say(request: HttpRequest, refund: Refund) -> None:
    if refund.state == Refund.State.SUCCEEDED:
        messages.success(request, _("支付平台已退款 ¥%(amount)s 给买家。") % {"amount": refund.amount})
    elif refund.state == Refund.State.PENDING:
        messages.success(
            request,
            _("退款 ¥%(amount)s 已再次交给支付平台，结果由系统继续查询；不成会重新列在这里。")
            % {"amount": refund.amount},
        )
    else:
        messages.error(
            request,
            _("支付平台仍然没有退成：%(failure)s。请转账退给买家，再在这里登记。")
            % {"failure": said(refund.failure)},
        )
