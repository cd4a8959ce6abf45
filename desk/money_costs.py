"""Own costs of the household, with a photo of the slip: unverified, and in no sum with verified figures."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.clock import local_day
from common.errors import DomainError, NotForYou
from common.paging import page_of
from desk.guard import Member, household_shop, members_only
from desk.money_forms import CostForm
from income.models import Cost, CostSlip
from income.money_queries import cost_of, costs_of, own_costs
from income.services.said import Spent, enter_cost, take_back_cost

_FIELD_OF = {"bad_amount": "amount", "bad_day": "on"}


@members_only
def costs(request: HttpRequest, member: Member) -> HttpResponse:
    """A form for one cost, and all that were entered."""
    household_id = _household(member)
    now = timezone.now()
    fresh = {"on": local_day(now), "submission": uuid4().hex}
    form = CostForm(request.POST or None, request.FILES or None, initial=fresh)
    if request.method == "POST" and form.is_valid() and _entered(form, household_id, member):
        messages.success(request, _("记下了。没有核实以前，不算进收入台账。"))
        return redirect("desk:costs")
    shown = {
        "member": member,
        "form": form,
        "own": own_costs(household_id, now=now),
        "page": page_of(costs_of(household_id), query=request.GET),
    }
    return render(request, "desk/costs.html", shown)


@require_POST
@members_only
def back(request: HttpRequest, member: Member, cost_id: int) -> HttpResponse:
    """Entered by mistake."""
    take_back_cost(cost=_cost(member, cost_id), actor=member.actor, now=timezone.now())
    messages.success(request, _("已撤回。"))
    return redirect("desk:costs")


@members_only
def slip(request: HttpRequest, member: Member, cost_id: int) -> HttpResponse:
    """The photo of a slip, for this household alone."""
    found = CostSlip.objects.filter(cost=_cost(member, cost_id)).first()
    if found is None:
        raise Http404
    return HttpResponse(bytes(found.jpeg), content_type="image/jpeg")


def _entered(form: CostForm, household_id: int, member: Member) -> bool:
    given = form.cleaned_data
    spent = Spent(
        kind=Cost.Kind(given["kind"]),
        amount=given["amount"],
        on=given["on"],
        note=given["note"],
        slip=given["slip"] or None,
    )
    try:
        enter_cost(
            household_id=household_id,
            spent=spent,
            submission=given["submission"],
            actor=member.actor,
            now=timezone.now(),
        )
    except DomainError as error:
        form.add_error(_FIELD_OF.get(error.code, "slip"), error.message)
        return False
    return True


def _household(member: Member) -> int:
    vendor = household_shop(member)
    if vendor is None or vendor.household_id is None:
        raise Http404
    return vendor.household_id


def _cost(member: Member, cost_id: int) -> Cost:
    try:
        return cost_of(_household(member), cost_id)
    except NotForYou as error:
        raise Http404 from error
