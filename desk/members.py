"""Who may act for the household, what they did, and the end of it: at once, by one tap."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.clock import local_day
from common.errors import DomainError, NotForYou
from desk.guard import Member, household_only, household_shop
from desk.members_forms import HelperForm
from desk.members_words import done
from households.consents import text_of
from households.models import Consent
from vendors.services import helpers as service


@household_only
def helpers(request: HttpRequest, member: Member) -> HttpResponse:
    """Everybody who may act, all they did, and a form for one more. The card is shown once."""
    vendor = household_shop(member)
    if vendor is None or vendor.household is None:
        raise Http404
    now = timezone.now()
    text = text_of(Consent.Purpose.ACT_FOR, on=local_day(now))
    form = HelperForm(request.POST or None)
    code = ""
    if request.method == "POST" and form.is_valid():
        try:
            code = service.let_help(
                vendor=vendor,
                helper=service.Helper(**form.cleaned_data),
                version=request.POST.get("agree_act_for", ""),
                given_by=member.user.label,
                channel="desk",
                own_mobile=member.user.mobile,
                actor=member.actor,
                now=now,
            )
        except DomainError as error:
            form.add_error("mobile" if error.code in {"bad_mobile", "own_number"} else None, error.message)
    shown = {
        "member": member,
        "vendor": vendor,
        "form": form,
        "text": text,
        "code": code,
        "helpers": service.helpers_of(vendor.household),
        "done": done(service.done_for(vendor)),
    }
    return render(request, "desk/helpers.html", shown)


@require_POST
@household_only
def end(request: HttpRequest, member: Member, consent_id: int) -> HttpResponse:
    """This person acts for us no more."""
    vendor = household_shop(member)
    if vendor is None:
        raise Http404
    try:
        service.end_help(vendor=vendor, consent_id=consent_id, actor=member.actor, now=timezone.now())
    except NotForYou as error:
        raise Http404 from error
    messages.success(request, _("已经结束，马上生效。这个人看不到您家的店了。"))
    return redirect("desk:helpers")
