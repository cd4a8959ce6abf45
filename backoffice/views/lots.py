"""Supply lots: entered, mended, received, packed from, dropped."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backoffice.answers import found_or_404, refusals_said
from backoffice.forms import ReasonForm
from backoffice.guard import Job, Staff, staff_only
from backoffice.lot_form import LotForm, with_more_rows
from backoffice.supply_forms import PackForm
from catalog.queries.products import lot_sold
from common.errors import DomainError
from common.masking import mask_name
from common.paging import page_of
from flow.pack_lot import pack_lot
from flow.supply_lot import enter_lot, mend_lot, receive_lot, void_lot
from settlement.queries import live_payment_of, lots_to_pay, supply_payments_under_way
from vendors import queries
from vendors.models import SupplyLot

HANDS = (Job.SERVICE, Job.CASHIER)
# The oldest; the next ones come up as these are done.
MOST_WAITING = 20


@staff_only()
def lots(request: HttpRequest, staff: Staff) -> HttpResponse:
    """All lots, newest first; those whose households wait for their money above them."""
    shown = {
        "staff": staff,
        "to_pay": list(lots_to_pay()[:MOST_WAITING]),
        "under_way": list(supply_payments_under_way()[:MOST_WAITING]),
        "page": page_of(queries.lots(), query=request.GET),
        "may_enter": staff.is_service or staff.is_cashier,
    }
    return render(request, "operator/lots.html", shown)


@staff_only(*HANDS)
def enter(request: HttpRequest, staff: Staff) -> HttpResponse:
    """A new lot, as a draft."""
    form = LotForm(_posted(request), operators=queries.operators())
    if request.method == "POST" and "more" not in request.POST and form.is_valid():
        try:
            lot = enter_lot(
                submission=str(form.cleaned_data["submission"]),
                operator=form.cleaned_data["operator"],
                delivery=form.delivery,
                actor=staff.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("批次已登记为草稿。核对无误后点“收下这批货”。"))
            return redirect("operator:lot", number=lot.number)
    return render(request, "operator/lot_form.html", {"staff": staff, "form": _quiet(request, form)})


@staff_only(*HANDS)
def mend(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Other weights or another price, while it is a draft."""
    lot = found_or_404(lambda: queries.lot_by_number(number))
    if lot.state != SupplyLot.State.DRAFT:
        return redirect("operator:lot", number=number)
    shares = list(queries.shares_of(lot))
    form = LotForm(_posted(request), operators=queries.operators(), lot=lot, shares=shares)
    if request.method == "POST" and "more" not in request.POST and form.is_valid():
        try:
            mend_lot(lot_id=lot.pk, delivery=form.delivery, actor=staff.actor, now=timezone.now())
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("草稿已修改。"))
            return redirect("operator:lot", number=number)
    shown = {"staff": staff, "form": _quiet(request, form), "lot": lot}
    return render(request, "operator/lot_form.html", shown)


@staff_only()
def lot(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """One lot: its households, what was packed, and what may be done next."""
    found = found_or_404(lambda: queries.lot_by_number(number))
    return _lot_page(request, staff, found, PackForm(None, listings=lot_sold(found.operator_id)))


@require_POST
@staff_only(*HANDS)
def receive(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Weights and price are frozen from now on."""
    found = found_or_404(lambda: queries.lot_by_number(number))
    with refusals_said(request):
        receive_lot(lot_id=found.pk, actor=staff.actor, now=timezone.now())
        messages.success(request, _("已收货，重量和收购价不再改动。可以分装入库，也可以做付款单。"))
    return redirect("operator:lot", number=number)


@require_POST
@staff_only(*HANDS)
def void(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Entered by mistake."""
    found = found_or_404(lambda: queries.lot_by_number(number))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请写明作废原因。"))
        return redirect("operator:lot", number=number)
    with refusals_said(request):
        void_lot(lot_id=found.pk, reason=form.cleaned_data["reason"], actor=staff.actor, now=timezone.now())
        messages.success(request, _("这批货已作废，记录仍然保留。"))
    return redirect("operator:lot", number=number)


@require_POST
@staff_only(*HANDS)
def pack(request: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """So many packs into stock."""
    found = found_or_404(lambda: queries.lot_by_number(number))
    form = PackForm(request.POST, listings=lot_sold(found.operator_id))
    if form.is_valid():
        try:
            packing = pack_lot(
                submission=str(form.cleaned_data["submission"]),
                lot_id=found.pk,
                listing=form.cleaned_data["listing"],
                packs=form.cleaned_data["packs"],
                actor=staff.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("%(packs)s 份已分装入库。") % {"packs": packing.packs})
            return redirect("operator:lot", number=number)
    return _lot_page(request, staff, found, form)


def _lot_page(request: HttpRequest, staff: Staff, lot: SupplyLot, form: PackForm) -> HttpResponse:
    shares = list(queries.shares_of(lot))
    is_open = lot.state in {SupplyLot.State.RECEIVED, SupplyLot.State.PAID}
    shown = {
        "staff": staff,
        "lot": lot,
        "shares": [(share, mask_name(share.household.head_name)) for share in shares],
        "packings": list(queries.packings_of(lot)),
        "payment": live_payment_of(lot.pk),
        "form": form,
        "refusal": ReasonForm(),
        "may_enter": staff.is_service or staff.is_cashier,
        "may_pack": is_open and lot.left_g > 0 and form.fields["listing"].queryset.exists(),  # type: ignore[attr-defined]
        "may_void": not lot.packed_g and lot.state in {SupplyLot.State.DRAFT, SupplyLot.State.RECEIVED},
    }
    return render(request, "operator/lot.html", shown)


def _posted(request: HttpRequest) -> object:
    """What was typed, with more lines if those were asked for; nothing on a first visit."""
    if request.method != "POST":
        return None
    return with_more_rows(request.POST) if "more" in request.POST else request.POST


def _quiet(request: HttpRequest, form: LotForm) -> LotForm:
    """Who only asked for more lines is not told what is still missing."""
    if "more" in request.POST:
        form._errors = {}  # Django has no other way to show a bound form without its errors
    return form
