"""From the card to an open shop, and the shop's pauses. Each act is one step, written down."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.clock import local_day
from common.errors import DomainError
from desk.acting import CHOSEN, OWN
from desk.guard import Member, household_only, household_shop, members_only, signed_in
from desk.joining_forms import ApplicationForm, CardForm, PauseForm, StopForm
from flow.vendor_state import pause_shop, resume_shop, stop_shop
from fulfilment.models import VendorOrder
from fulfilment.queries.parts import vendor_orders_for
from households.consents import text_of
from households.models import Consent
from households.queries import verified_members
from vendors.models import Vendor
from vendors.queries import steps_of
from vendors.services.cards import enter_card
from vendors.services.joining import ASKED, Application, submit

_FIELD_OF = {
    "bad_id_number": "id_number",
    "bad_shop_name": "shop_name",
    "bad_bank": "bank_name",
    "bad_account": "account_number",
    "payee_is_not_a_member": "holder",
    "bad_day": "until",
    "no_reason": "note",
}


@signed_in
def card(request: HttpRequest, member: Member) -> HttpResponse:
    """The card from the village, and one certificate number."""
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            entered = enter_card(
                user=member.user,
                code=form.cleaned_data["code"],
                id_number=form.cleaned_data["id_number"],
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(_FIELD_OF.get(error.code), error.message)
        else:
            request.session[CHOSEN] = entered.vendor_id if entered.consent_id else OWN
            messages.success(request, _("核对无误。"))
            is_new = entered.vendor.state == Vendor.State.INVITED and entered.consent_id is None
            return redirect("desk:join-apply" if is_new else "desk:home")
    return render(request, "desk/join_card.html", {"member": member, "form": form})


@household_only
def apply(request: HttpRequest, member: Member) -> HttpResponse:
    """The declaration, the account and the texts; then the village or the town looks at it."""
    vendor = household_shop(member)
    if vendor is None or vendor.household is None:
        raise Http404
    if vendor.state != Vendor.State.INVITED:
        return redirect("desk:shop")
    now = timezone.now()
    texts = [text_of(purpose, on=local_day(now)) for purpose in ASKED]
    people = list(verified_members(vendor.household))
    form = ApplicationForm(request.POST or None, members=people, texts=texts)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        application = Application(
            shop_name=given["shop_name"],
            holder_id=given["holder"],
            bank_name=given["bank_name"],
            account_number=given["account_number"],
            agreed={Consent.Purpose(purpose): version for purpose, version in form.agreed().items()},
        )
        try:
            submit(
                vendor_id=vendor.pk,
                application=application,
                by=member.user.label,
                actor=member.actor,
                now=now,
            )
        except DomainError as error:
            form.add_error(_FIELD_OF.get(error.code), error.message)
        else:
            messages.success(request, _("已经交上去了。村里或镇里看过以后，会在这里告诉您结果。"))
            return redirect("desk:shop")
    shown = {"member": member, "vendor": vendor, "form": form, "texts": texts, "agreed": form.agreed()}
    return render(request, "desk/join_apply.html", shown)


@members_only
def shop(request: HttpRequest, member: Member) -> HttpResponse:
    """In which state the shop is, how it came there, and what can be done."""
    return _shop_page(request, member, PauseForm(), StopForm())


@require_POST
@members_only
def act(request: HttpRequest, member: Member, act: str) -> HttpResponse:
    """Pause until a day, sell again, or stop. Only the household itself stops its shop."""
    vendor = household_shop(member)
    if vendor is None or act not in {"pause", "resume", "stop"} or (act == "stop" and member.acting_for):
        raise Http404
    now = timezone.now()
    pause, stop = (
        PauseForm(request.POST if act == "pause" else None),
        StopForm(request.POST if act == "stop" else None),
    )
    form = stop if act == "stop" else pause
    if act != "resume" and not form.is_valid():
        return _shop_page(request, member, pause, stop)
    try:
        if act == "pause":
            pause_shop(vendor_id=vendor.pk, until=form.cleaned_data["until"], actor=member.actor, now=now)
        elif act == "stop":
            stop_shop(vendor_id=vendor.pk, note=form.cleaned_data["note"], actor=member.actor, now=now)
        else:
            resume_shop(vendor_id=vendor.pk, actor=member.actor, now=now)
    except DomainError as error:
        if act == "resume" or error.code not in _FIELD_OF:
            messages.error(request, error.message)
            return redirect("desk:shop")
        form.add_error(_FIELD_OF[error.code], error.message)
        return _shop_page(request, member, pause, stop)
    messages.success(request, _("办好了。"))
    return redirect("desk:shop")


def _shop_page(request: HttpRequest, member: Member, pause: PauseForm, stop: StopForm) -> HttpResponse:
    vendor = household_shop(member)
    if vendor is None:
        raise Http404
    shown = {
        "member": member,
        "vendor": vendor,
        "steps": steps_of(vendor),
        "to_send": vendor_orders_for(member.user)
        .filter(vendor=vendor, state__in=VendorOrder.TO_SEND)
        .count(),
        "pause": pause,
        "stop": stop,
    }
    return render(request, "desk/shop.html", shown)
