"""The desk's pages: all orders, one order."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.errors import DomainError
from common.paging import page_of
from desk.guard import Member, members_only, own_part
from desk.packing_forms import CannotSendForm, SendForm
from flow import ship as shipping
from flow.cannot_send import is_asked
from fulfilment.models import VendorOrder
from fulfilment.queries.addresses import ship_to
from fulfilment.queries.parts import vendor_orders_for

# One page of orders, and no more, may be marked at once.
MOST_AT_ONCE = 50


@members_only
def orders(request: HttpRequest, member: Member) -> HttpResponse:
    """All orders, the newest first."""
    rows = vendor_orders_for(member.user).prefetch_related("lines__sold_line")
    page = page_of(rows, query=request.GET)
    return render(request, "desk/orders.html", {"member": member, "page": page})


@members_only
def order(request: HttpRequest, member: Member, number: str) -> HttpResponse:
    """One order: what goes into the parcel, where it goes, and the next step."""
    part = own_part(member, number)
    return _order_page(request, member, part, None)


@require_POST
@members_only
def pack(request: HttpRequest, member: Member) -> HttpResponse:
    """Marks one or several as packed. One that is not theirs refuses all (B046)."""
    numbers = request.POST.getlist("number")[:MOST_AT_ONCE]
    parts = [own_part(member, number) for number in numbers]
    packed = 0
    for part in parts:
        try:
            shipping.pack(vendor_order=part, actor=member.actor, now=timezone.now())
        except DomainError as error:
            messages.error(request, f"{part.number} {error.message}")
        else:
            packed += 1
    if packed:
        messages.success(request, _("已标记打包。交给快递后，请填写运单号。"))
    elif not parts:
        messages.error(request, _("请先勾选要标记的订单。"))
    return redirect("desk:order", number=parts[0].number) if len(parts) == 1 else redirect("desk:home")


@require_POST
@members_only
def ship(request: HttpRequest, member: Member, number: str) -> HttpResponse:
    """Handed to the carrier. What a photo says is shown first: a parcel is sent once."""
    part = own_part(member, number)
    lines = list(part.lines.select_related("sold_line").order_by("pk"))
    form = SendForm(request.POST, request.FILES, lines=lines)
    if not form.is_valid():
        return _order_page(request, member, part, form)
    if form.was_photo:
        messages.info(request, _("从照片读到了单号，请对照面单，对的话再点一次确认发货。"))
        return _order_page(request, member, part, SendForm(form.filled_in(), lines=lines))
    try:
        shipping.ship(
            vendor_order=part,
            carrier=form.cleaned_data["carrier"],
            waybill=form.cleaned_data["waybill"],
            packed_g=form.packed_g,
            actor=member.actor,
            now=timezone.now(),
        )
    except DomainError as error:
        form.add_error(None, error.message)
        return _order_page(request, member, part, form)
    except IntegrityError as error:
        if "waybill_belongs_to_one_parcel" not in str(error):
            raise
        form.add_error("waybill", _("这个运单号已经用过，请核对。"))
        return _order_page(request, member, part, form)
    messages.success(request, _("已发货，买家会收到通知。"))
    return redirect("desk:order", number=part.number)


def _order_page(
    request: HttpRequest, member: Member, part: VendorOrder, form: SendForm | None
) -> HttpResponse:
    part.refresh_from_db(fields=["state"])
    now = timezone.now()
    rows = list(part.lines.select_related("sold_line").order_by("pk"))
    shown = {
        "member": member,
        "part": part,
        "lines": [row.sold_line for row in rows],
        "parcels": list(part.parcels.order_by("pk")),
        "shares": list(part.refund_shares.select_related("refund", "sold_line").order_by("pk")),
        "to": ship_to(part, now=now),
        "form": form or SendForm(lines=rows),
        "cannot": CannotSendForm(),
        "is_asked": part.state in VendorOrder.TO_SEND and is_asked(part.number),
        "is_late": part.state in VendorOrder.TO_SEND and part.ship_by is not None and part.ship_by <= now,
    }
    return render(request, "desk/order.html", shown)
