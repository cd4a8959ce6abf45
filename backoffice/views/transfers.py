"""Bank transfers: the operator sees the money on the account and records it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from backoffice.answers import found_or_404
from backoffice.booking import booked
from backoffice.forms import ReceivedForm
from backoffice.guard import Job, Staff, staff_only
from common.paging import page_of
from payments.queries import transfer_by_key, transfers_waiting


@staff_only()
def transfers(request: HttpRequest, staff: Staff) -> HttpResponse:
    """The transfers that are waited for."""
    page = page_of(transfers_waiting(), query=request.GET)
    return render(request, "operator/transfers.html", {"staff": staff, "page": page})


@staff_only(Job.CASHIER)
def transfer(request: HttpRequest, staff: Staff, key: UUID) -> HttpResponse:
    """One transfer: what is due beside what came; also a second one for an order that has its money."""
    attempt = found_or_404(lambda: transfer_by_key(key))
    form = ReceivedForm(request.POST or None)
    answer = None
    if request.method == "POST" and form.is_valid():
        answer = booked(
            request, attempt=attempt, form=form, method="transfer", actor=staff.actor, now=timezone.now()
        )
        if answer.is_booked:
            return redirect("operator:order", number=attempt.order.placement.number)
    shown = {"staff": staff, "attempt": attempt, "form": form, "answer": answer}
    return render(request, "operator/transfer.html", shown)
