"""Refunds that a person pays: by transfer, in cash, or because the provider failed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from backoffice.answers import found_or_404
from backoffice.forms import ReferenceForm
from backoffice.guard import Job, Staff, staff_only
from common.errors import DomainError
from common.paging import page_of
from flow.refund_by_hand import refund_by_hand
from payments.queries import refund_by_key, refunds_by_hand


@staff_only()
def refunds(request: HttpRequest, staff: Staff) -> HttpResponse:
    """The refunds that wait for a person."""
    page = page_of(refunds_by_hand(), query=request.GET)
    return render(request, "operator/refunds.html", {"staff": staff, "page": page})


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
    return render(request, "operator/refund_paid.html", {"staff": staff, "refund": refund, "form": form})
