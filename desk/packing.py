"""What is to be packed: by pick-up day, and all of it together by product."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from common.errors import DomainError
from desk.guard import Member, members_only, own_part, signed_in
from desk.packing_forms import CannotSendForm
from flow.cannot_send import cannot_send as ask_to_call_off
from fulfilment.models import VendorOrder
from fulfilment.queries.goods_sold import sent, to_pick
from fulfilment.queries.parts import vendor_orders_for
from fulfilment.queries.pickups import by_day
from fulfilment.queries.points import points_for

# The most urgent; whoever has more sees the rest when these are gone.
MOST = 100


@signed_in
def home(request: HttpRequest, member: Member) -> HttpResponse:
    """What is to be sent, by the day on which it is to leave; people of a village point go there."""
    if not member.vendors:
        point = points_for(member.user).first()
        if point is not None:
            return redirect("desk:point", code=point.village_id)
        return render(request, "desk/no_shop.html", {"member": member}, status=403)
    now = timezone.now()
    rows = (
        vendor_orders_for(member.user)
        .filter(state__in=VendorOrder.TO_SEND)
        .prefetch_related("lines__sold_line")
    )
    parts = list(rows.order_by("ship_by", "pk")[: MOST + 1])
    shown = {
        "member": member,
        "days": by_day(parts[:MOST], now=now),
        "has_more": len(parts) > MOST,
        "most": MOST,
        "now": now,
    }
    return render(request, "desk/packing_home.html", shown)


@members_only
def picking(request: HttpRequest, member: Member) -> HttpResponse:
    """What all open orders ask for together, and what has left so far, product by product."""
    shops = [vendor.pk for vendor in member.vendors]
    shown = {"member": member, "to_pick": to_pick(shops), "sent": sent(shops)}
    return render(request, "desk/packing_picking.html", shown)


@require_POST
@members_only
def cannot_send(request: HttpRequest, member: Member, number: str) -> HttpResponse:
    """A wish to call a part off, with its reason: the operator decides."""
    part = own_part(member, number)
    form = CannotSendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("请选一个原因。"))
        return redirect("desk:order", number=part.number)
    try:
        ask_to_call_off(vendor_order=part, reason=form.reason, actor=member.actor, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("已告诉运营方。他们会联系您；能发的话照常发就行。"))
    return redirect("desk:order", number=part.number)
