"""Inviting a household with a card, looking at what it handed in, and consents that were signed on paper."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.queries import actor
from common.clock import local_day
from common.errors import DomainError
from common.masking import mask_name
from flow.vendor_state import open_shop
from households.consents import text_of
from households.models import Consent, Household
from households.queries import household_for, households_for, verified_members
from office.guard import Officer, found_or_404, may_post, officers_only
from office.joining_forms import InviteForm, PaperForm
from vendors.models import Vendor
from vendors.queries import current_payee, in_review, steps_of
from vendors.services import helpers, joining
from vendors.services.cards import VALID, issue_card


@officers_only
def waiting(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Shops of the branch that wait to be looked at, oldest first."""
    rows = [(row, _head(row)) for row in in_review(households_for(officer.user))]
    return render(request, "office/joining.html", {"officer": officer, "rows": rows})


@may_post
def review(request: HttpRequest, officer: Officer, vendor_id: int) -> HttpResponse:
    """What the household handed in; passed, returned with a note, or refused."""
    vendor = in_review(households_for(officer.user)).filter(pk=vendor_id).first()
    if vendor is None or vendor.household is None:
        raise Http404
    error = ""
    if request.method == "POST":
        try:
            _decide(request, officer, vendor)
        except DomainError as refused:
            error = refused.message
        else:
            messages.success(request, _("办好了，农户下次打开后台就会看到。"))
            return redirect("office:joining")
    shown = {
        "officer": officer,
        "vendor": vendor,
        "head": _head(vendor),
        "members": vendor.household.members.filter(left_on__isnull=True).order_by("pk"),
        "payee": current_payee(vendor.pk),
        "consents": vendor.household.consents.filter(purpose__in=joining.ASKED).order_by("-pk")[
            : len(joining.ASKED)
        ],
        "steps": steps_of(vendor),
        "note": request.POST.get("note", ""),
        "error": error,
    }
    return render(request, "office/joining_review.html", shown)


@may_post
def invite(request: HttpRequest, officer: Officer, household_id: int) -> HttpResponse:
    """A card for a member, shown once, to print. Also for a member with a new number (B120)."""
    household = found_or_404(lambda: household_for(officer.user, household_id))
    form = InviteForm(request.POST or None, members=verified_members(household))
    code, person = "", None
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        person = verified_members(household).get(pk=form.cleaned_data["person"])
        by = actor(officer.user)
        try:
            code = issue_card(
                vendor=joining.invite(household=household, actor=by, now=now),
                mobile=form.cleaned_data["mobile"],
                whom=person,
                actor=by,
                now=now,
            )
        except DomainError as error:
            form.add_error("mobile" if error.code == "bad_mobile" else None, error.message)
    shown = {
        "officer": officer,
        "household": household,
        "head": mask_name(household.head_name),
        "form": form,
        "code": code,
        "person": person,
        "until": timezone.now() + VALID,
    }
    return render(request, "office/invite.html", shown)


@may_post
def helper(request: HttpRequest, officer: Officer, household_id: int) -> HttpResponse:
    """A consent signed on paper lets somebody act for the household; its card is shown once."""
    household = found_or_404(lambda: household_for(officer.user, household_id))
    vendor = Vendor.objects.filter(household=household).first()
    if vendor is None:
        raise Http404
    now = timezone.now()
    people = verified_members(household)
    form = PaperForm(request.POST or None, members=people)
    code = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            code = helpers.let_help(
                vendor=vendor,
                helper=helpers.Helper(given["name"], given["relation"], given["mobile"]),
                version=request.POST.get("agree_act_for", ""),
                given_by=people.get(pk=given["signed_by"]).name,
                channel="paper",
                own_mobile=officer.user.mobile,
                actor=actor(officer.user),
                now=now,
            )
        except DomainError as error:
            form.add_error("mobile" if error.code in {"bad_mobile", "own_number"} else None, error.message)
    shown = {
        "officer": officer,
        "household": household,
        "head": mask_name(household.head_name),
        "form": form,
        "text": text_of(Consent.Purpose.ACT_FOR, on=local_day(now)),
        "code": code,
        "until": now + VALID,
        "helpers": helpers.helpers_of(household),
    }
    return render(request, "office/helper.html", shown)


def _decide(request: HttpRequest, officer: Officer, vendor: Vendor) -> None:
    verdict, note, now = request.POST.get("verdict"), request.POST.get("note", ""), timezone.now()
    if verdict == "pass":
        open_shop(vendor_id=vendor.pk, reviewer=officer.user, now=now)
    elif verdict == "give_back":
        joining.give_back(vendor_id=vendor.pk, reviewer=officer.user, note=note, now=now)
    elif verdict == "refuse":
        joining.refuse(vendor_id=vendor.pk, reviewer=officer.user, note=note, now=now)
    else:
        raise DomainError(_("请选一个结果。"), code="no_verdict")


def _head(vendor: Vendor) -> str:
    household: Household | None = vendor.household
    return mask_name(household.head_name) if household else ""
