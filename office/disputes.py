"""Entries that households say are wrong, and the office's answers; slips of their own costs."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.queries import actor
from common.errors import DomainError
from common.masking import mask_name
from common.paging import page_of
from households.queries import household_for, households_for
from income.models import CostSlip
from income.money_queries import costs_of, disputes_in
from income.services.said import answer
from office.guard import Officer, found_or_404, may_post, officers_only


@officers_only
def disputes(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Those of the branch, newest first; those that wait stand on top."""
    rows = disputes_in(households_for(officer.user))
    waiting = [
        (row, mask_name(row.entry.household.head_name))
        for row in rows.filter(answered_at=None).order_by("pk")
    ]
    page = page_of(rows.exclude(answered_at=None), query=request.GET)
    done = [(row, mask_name(row.entry.household.head_name)) for row in page.rows]
    shown = {"officer": officer, "waiting": waiting, "done": done, "page": page}
    return render(request, "office/disputes.html", shown)


@may_post
def one(request: HttpRequest, officer: Officer, dispute_id: int) -> HttpResponse:
    """One dispute beside its entry, and the answer."""
    found = disputes_in(households_for(officer.user)).filter(pk=dispute_id).first()
    if found is None:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            answer(
                dispute_id=found.pk,
                text=request.POST.get("answer", ""),
                actor=actor(officer.user),
                now=timezone.now(),
            )
        except DomainError as refused:
            error = refused.message
        else:
            messages.success(request, _("已答复，农户会在“我的钱”里看到。"))
            return redirect("office:disputes")
    head = mask_name(found.entry.household.head_name)
    return render(
        request, "office/dispute.html", {"officer": officer, "row": found, "head": head, "error": error}
    )


@officers_only
def costs(request: HttpRequest, officer: Officer, household_id: int) -> HttpResponse:
    """The household's own costs: unverified, in no sum of the record."""
    household = found_or_404(lambda: household_for(officer.user, household_id))
    shown = {
        "officer": officer,
        "household": household,
        "head": mask_name(household.head_name),
        "page": page_of(costs_of(household.pk), query=request.GET),
    }
    return render(request, "office/costs.html", shown)


@officers_only
def slip(request: HttpRequest, officer: Officer, cost_id: int) -> HttpResponse:
    """The photo of a slip of the branch."""
    found = CostSlip.objects.filter(cost=cost_id, cost__household__in=households_for(officer.user)).first()
    if found is None:
        raise Http404
    return HttpResponse(bytes(found.jpeg), content_type="image/jpeg")
