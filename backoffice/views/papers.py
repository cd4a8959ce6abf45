"""Licences of vendors: recorded, renewed, withdrawn; what is off sale for want of one."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.forms import ReasonForm
from backoffice.guard import Job, Staff, staff_only
from backoffice.supply_forms import PaperForm
from catalog.queries.papers import off_sale_for_papers
from catalog.services.licensing import record_paper, withdraw_paper
from common.clock import local_day
from common.errors import DomainError
from common.paging import page_of
from vendors import queries

SOON = timedelta(days=30)


@staff_only()
def papers(request: HttpRequest, staff: Staff) -> HttpResponse:
    """All papers, newest first; a form for the people of customer service."""
    today = local_day(timezone.now())
    may_record = staff.is_service
    form = PaperForm(
        request.POST if may_record and request.method == "POST" else None, vendors=queries.operators()
    )
    if form.is_bound and form.is_valid():
        try:
            record_paper(
                vendor=form.cleaned_data["vendor"], paper=form.paper, actor=staff.actor, now=timezone.now()
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("证照已登记；因证照下架的商品，证照齐了就自动重新上架。"))
            return redirect("operator:papers")
    shown = {
        "staff": staff,
        "form": form,
        "may_record": may_record,
        "off_sale": list(off_sale_for_papers()[:50]),
        "page": page_of(queries.papers(), query=request.GET),
        "today": today,
        "soon": today + SOON,
    }
    return render(request, "operator/papers.html", shown)


@staff_only(Job.SERVICE)
def paper(request: HttpRequest, staff: Staff, paper_id: int) -> HttpResponse:
    """One paper, and withdrawing it."""
    found = found_or_404(lambda: queries.paper_by_id(paper_id))
    return render(request, "operator/paper.html", {"staff": staff, "paper": found, "form": ReasonForm()})


@require_POST
@staff_only(Job.SERVICE)
def withdraw(request: HttpRequest, staff: Staff, paper_id: int) -> HttpResponse:
    """Revoked, or entered by mistake."""
    found = found_or_404(lambda: queries.paper_by_id(paper_id))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明注销原因。"))
        return redirect("operator:paper", paper_id=paper_id)
    with refusals_said(request):
        withdraw_paper(paper=found, reason=form.cleaned_data["reason"], actor=staff.actor, now=timezone.now())
        messages.success(request, _("证照已注销；没有其他证照可用的商品已经下架。"))
    return redirect("operator:papers")
