"""The packing slip: on the screen, on A4, on a label of 10 × 15 cm; and the code on it that opens the order."""

from pathlib import Path

import segno
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from common.audit import record
from common.errors import NotForYou
from common.printing import NoPdf, pdf_of
from desk.guard import Member, signed_in
from fulfilment.models import VendorOrder
from fulfilment.queries.slips import part_to_send, slip_of

SIZES = {"a4": "css/slip-a4.css", "label": "css/slip-label.css"}


@signed_in
def slip(request: HttpRequest, member: Member, number: str) -> HttpResponse:
    """The slip on the screen: enough to pack and to write a label by hand, without a printer."""
    shown = _shown(member, _to_send(member, number))
    return render(request, "desk/packing_slip.html", {**shown, "member": member})


@signed_in
def printed(request: HttpRequest, member: Member, number: str, size: str) -> HttpResponse:
    """The slip as PDF; a page for the browser to print where the machine cannot make one."""
    if size not in SIZES:
        raise Http404
    part = _to_send(member, number)
    shown = {**_shown(member, part), "size": size}
    styles = [_path("css/slip.css"), _path(SIZES[size])]
    try:
        made = pdf_of(render_to_string("print/slip.html", {**shown, "is_pdf": True}), stylesheets=styles)
    except NoPdf:
        return render(request, "print/slip.html", {**shown, "sheet": SIZES[size]})
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="slip-{part.number}-{size}.pdf"'
    return answer


@signed_in
def opened(request: HttpRequest, member: Member, number: str) -> HttpResponse:
    """What the code on a slip leads to: the order at the desk, or at the village point."""
    part = _to_send(member, number)
    if any(vendor.pk == part.vendor_id for vendor in member.vendors):
        return redirect("desk:order", number=part.number)
    return redirect("desk:point-parcel", code=part.vendor.village_id, number=part.number)


def _to_send(member: Member, number: str) -> VendorOrder:
    try:
        return part_to_send(member.user, number)
    except NotForYou as error:
        record(
            actor=member.actor,
            action="refused",
            object_kind="vendor_order",
            object_id=number[:60],
            now=timezone.now(),
            reason=error.code,
        )
        raise Http404 from error


def _shown(member: Member, part: VendorOrder) -> dict[str, object]:
    link = f"{settings.SITE_URL}{reverse('desk:opened', args=[part.number])}"
    code = segno.make(link, error="m", micro=False)
    return {
        "slip": slip_of(part, now=timezone.now()),
        "code": code.svg_data_uri(scale=4, border=2),
        "is_own": any(vendor.pk == part.vendor_id for vendor in member.vendors),
    }


def _path(name: str) -> Path:
    found = finders.find(name)
    if not isinstance(found, str):
        raise NoPdf
    return Path(found)
