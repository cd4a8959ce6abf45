"""The list of problems; the log of notices; the outbox."""

from django.contrib import messages as notes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backoffice.answers import found_or_404
from backoffice.forms import NoteForm
from backoffice.guard import Staff, staff_only
from backoffice.next_steps import NEXT_STEPS
from backoffice.remarks import said
from common.errors import DomainError
from common.paging import page_of
from messages.queries import outbox
from payments import queries
from payments.services.problems import close_problem

# What each message tells, for people who did not write its template.
_TITLES = {
    "placed": gettext_lazy("订单已提交"),
    "part_cancelled": gettext_lazy("订单取消"),
    "nothing_to_pack": gettext_lazy("不用备货"),
    "parcel_refused": gettext_lazy("包裹被拒收"),
    "paid": gettext_lazy("付款成功"),
    "given_back": gettext_lazy("款项退回"),
    "to_pack": gettext_lazy("新订单，请备货"),
    "shipped": gettext_lazy("已发货"),
    "shipped_short": gettext_lazy("已发货，退差价"),
    "refunded": gettext_lazy("已退款"),
    "expired": gettext_lazy("超时未付款，已关闭"),
    "sign_in_code": gettext_lazy("登录验证码"),
}


@staff_only()
def problems(request: HttpRequest, staff: Staff) -> HttpResponse:
    """What needs a person; with ?closed=1 what was solved."""
    is_closed = request.GET.get("closed") == "1"
    rows = queries.problems().filter(closed_at__isnull=not is_closed)
    page = page_of(rows, query=request.GET)
    shown = {
        "staff": staff,
        "page": page,
        "rows": [(row, "" if is_closed else NEXT_STEPS[row.kind]) for row in page.rows],
        "is_closed": is_closed,
    }
    return render(request, "operator/problems.html", shown)


@staff_only()
def problem(request: HttpRequest, staff: Staff, problem_id: int) -> HttpResponse:
    """One of them, closed with a note."""
    found = found_or_404(lambda: queries.problem_by_id(problem_id))
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_problem(
                problem=found, note=form.cleaned_data["note"], actor=staff.actor, now=timezone.now()
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            notes.success(request, _("已处理完毕，处理结果已留存。"))
            return redirect("operator:problems")
    shown = {"staff": staff, "problem": found, "next_step": NEXT_STEPS[found.kind], "form": form}
    return render(request, "operator/problem.html", shown)


@staff_only()
def notices(request: HttpRequest, staff: Staff) -> HttpResponse:
    """What the providers sent, and what became of it."""
    page = page_of(queries.notices(), query=request.GET)
    rows = [(notice, said(notice.remark)) for notice in page.rows]
    return render(request, "operator/notices.html", {"staff": staff, "page": page, "rows": rows})


@staff_only()
def messages(request: HttpRequest, staff: Staff) -> HttpResponse:
    """What was written to people, and whether it went out."""
    page = page_of(outbox(), query=request.GET)
    rows = [(row, _TITLES.get(row.template, row.template)) for row in page.rows]
    return render(request, "operator/messages.html", {"staff": staff, "page": page, "rows": rows})
