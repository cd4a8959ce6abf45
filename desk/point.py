"""The village point's page: brought, weighed and labelled, handed over; one tap each, and nothing typed twice."""

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.clock import local_day
from common.errors import DomainError
from desk.packing_forms import SendForm
from desk.point_guard import Worker, part_here, point_only
from flow import at_point
from fulfilment.models import VendorOrder
from fulfilment.queries.addresses import ship_to
from fulfilment.queries.pickups import by_day
from fulfilment.queries.points import due_at, handed_over_on, who_brings_what

# A courier's load; what is more comes up when these are gone.
MOST = 60


@point_only
def page(request: HttpRequest, worker: Worker) -> HttpResponse:
    """All that the point has to do, the most urgent first, and the words for the village's group."""
    now = timezone.now()
    parts = list(due_at(worker.point)[:MOST])
    here = [part for part in parts if hasattr(part, "at_point")]
    shown = {
        "worker": worker,
        "point": worker.point,
        "coming": by_day([part for part in parts if not hasattr(part, "at_point")], now=now),
        "to_label": [(part, _label_form(part)) for part in here if not part.at_point.labelled_at],
        "labelled": [part for part in here if part.at_point.labelled_at],
        "taken_today": handed_over_on(worker.point, local_day(now)),
        "bringing": who_brings_what(parts, now=now),
    }
    return render(request, "desk/point.html", shown)


@point_only
def parcel(request: HttpRequest, worker: Worker, number: str) -> HttpResponse:
    """One parcel: where it goes and its next step; this is what the code on a slip opens."""
    part = part_here(worker, number)
    return _parcel(request, worker, part, SendForm(lines=list(part.lines.all())))


@require_POST
@point_only
def take(request: HttpRequest, worker: Worker, number: str) -> HttpResponse:
    """Brought by its household."""
    part = part_here(worker, number)
    try:
        at_point.take(
            point=worker.point, vendor_order=part, actor=worker.acting_for(part.vendor), now=timezone.now()
        )
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("%(number)s 收到了。") % {"number": part.number})
    return redirect("desk:point", code=worker.point.village_id)


@require_POST
@point_only
def label(request: HttpRequest, worker: Worker, number: str) -> HttpResponse:
    """Weighed, and its waybill stuck on."""
    part = part_here(worker, number)
    lines = list(part.lines.all())
    form = SendForm(request.POST, request.FILES, lines=lines)
    if not form.is_valid():
        return _parcel(request, worker, part, form)
    try:
        with transaction.atomic():
            at_point.label(
                vendor_order=part,
                packed_g=form.packed_g,
                carrier=form.cleaned_data["carrier"],
                waybill=form.cleaned_data["waybill"],
                actor=worker.acting_for(part.vendor),
                now=timezone.now(),
            )
    except DomainError as error:
        form.add_error(None, error.message)
        return _parcel(request, worker, part, form)
    except IntegrityError as error:
        if "waybill_is_on_one_parcel_of_a_point" not in str(error):
            raise
        form.add_error("waybill", _("这个运单号已经用过，请核对。"))
        return _parcel(request, worker, part, form)
    told = {"number": part.number, "waybill": form.cleaned_data["waybill"]}
    messages.success(request, _("%(number)s 称好了，运单号 %(waybill)s。") % told)
    return redirect("desk:point", code=worker.point.village_id)


@require_POST
@point_only
def hand_over(request: HttpRequest, worker: Worker) -> HttpResponse:
    """The courier takes these. One of another point refuses all; one that cannot leave holds back only itself."""
    parts = [part_here(worker, number) for number in request.POST.getlist("number")[:MOST]]
    given = 0
    for part in parts:
        try:
            with transaction.atomic():
                at_point.hand_over(
                    vendor_order=part, actor=worker.acting_for(part.vendor), now=timezone.now()
                )
        except DomainError as error:
            messages.error(request, f"{part.number} {error.message}")
        except IntegrityError as error:
            if "waybill_belongs_to_one_parcel" not in str(error):
                raise
            messages.error(request, f"{part.number} {_('这个运单号已经用过，请核对。')}")
        else:
            given += 1
    if given:
        messages.success(request, _("%(count)s 件已交给快递，买家会收到通知。") % {"count": given})
    elif not parts:
        messages.error(request, _("请先勾选要交的包裹。"))
    return redirect("desk:point", code=worker.point.village_id)


def _label_form(part: VendorOrder) -> SendForm:
    # Several stand on one page: each has names of its own for its fields.
    return SendForm(lines=list(part.lines.all()), auto_id=f"{part.number}-%s")


def _parcel(request: HttpRequest, worker: Worker, part: VendorOrder, form: SendForm) -> HttpResponse:
    part.refresh_from_db(fields=["state"])
    shown = {
        "worker": worker,
        "point": worker.point,
        "part": part,
        "to": ship_to(part, now=timezone.now()),
        "form": form,
        "here": getattr(part, "at_point", None),
        "is_open": part.state in VendorOrder.TO_SEND,
    }
    return render(request, "desk/point_parcel.html", shown)
