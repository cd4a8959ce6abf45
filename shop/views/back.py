"""Back from the payment provider, in the browser that went there or in another one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from common.errors import NotForYou
from orders.models import Placement
from shop.coming_back import may_open, order_of_address
from shop.paying import ask_now_and_then
from shop.public import private_page
from shop.views.errors import refused
from shop.visitor import GUEST


@private_page
@require_GET
def back(request: HttpRequest, signed: str) -> HttpResponse:
    """After paying: on to the order's own look at the payment."""
    return _answer(request, signed, "shop:pay-return")


@private_page
@require_GET
def back_unpaid(request: HttpRequest, signed: str) -> HttpResponse:
    """The buyer gave up at the provider: on to the order, which can still be paid."""
    return _answer(request, signed, "shop:order")


def _answer(request: HttpRequest, signed: str, on_to: str) -> HttpResponse:
    placement = order_of_address(signed)
    if placement is None:
        return refused(request, NotForYou(_("没有找到这个订单。"), code="no_order"), status=404)
    if may_open(request, placement):
        return redirect(on_to, placement.token)
    ask_now_and_then(placement, actor=GUEST, now=timezone.now())
    placement.refresh_from_db()
    state = placement.state
    context = {
        "number": placement.number,
        "is_paid": state in {Placement.State.OPEN, Placement.State.COMPLETED},
        "waits": state == Placement.State.AWAITING_PAYMENT,
    }
    return render(request, "shop/back.html", context)
