"""An order by its secret link, and what its buyer may do with it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.queries import actor
from common.audit import Actor
from common.errors import DomainError
from flow.cancel import cancel_late, cancel_unpaid
from flow.confirm_receipt import confirm_receipt
from flow.start_payment import start_payment
from fulfilment.models import VendorOrder
from orders.models import Placement
from orders.queries.orders import order_by_token, orders_for
from payments.gateways.base import GatewayRefused, GatewayUnreachable
from shop.coming_back import back_path, give_up_path, remember_browser
from shop.order_page import order_view
from shop.paying import ask_now_and_then, is_in_doubt
from shop.public import language_of, private_page
from shop.views.errors import refused
from shop.visitor import GUEST, signed_in

P = ParamSpec("P")
PAGE = 20


def with_order(
    view: Callable[Concatenate[HttpRequest, Placement, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """Loads the order of the link; wrong and missing links look alike. Nobody keeps the page."""

    @private_page
    @wraps(view)
    def answer(request: HttpRequest, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            placement = order_by_token(token)
        except DomainError as error:
            return refused(request, error, status=404)
        try:
            return view(request, placement, *args, **kwargs)
        except DomainError as error:
            messages.error(request, error.message)
        except (GatewayUnreachable, GatewayRefused):
            messages.error(request, _("支付平台暂时没有应答，订单还在，请过一会儿再试。"))
        return redirect("shop:order", placement.token)

    return answer


@with_order
def order(request: HttpRequest, placement: Placement) -> HttpResponse:
    """The order's page."""
    context = {
        "view": order_view(placement, language=language_of(request), now=timezone.now()),
        "bank": {
            "holder": settings.BANK_ACCOUNT_NAME,
            "number": settings.BANK_ACCOUNT_NUMBER,
            "bank": settings.BANK_NAME,
        },
        "collector": settings.GATEWAY_ACCOUNT_OWNER,
    }
    return render(request, "shop/order.html", context)


@with_order
def state(request: HttpRequest, placement: Placement) -> HttpResponse:
    """For the page that waits: the order's state as one word, after a look at the provider."""
    ask_now_and_then(placement, actor=_actor(request), now=timezone.now())
    placement.refresh_from_db()
    view = order_view(placement, language="zh-hans", now=timezone.now())
    return JsonResponse({"state": "processing" if view.is_processing else placement.state})


@require_POST
@with_order
def pay(request: HttpRequest, placement: Placement) -> HttpResponse:
    """On to the provider's page; again leads to the same one."""
    address = start_payment(
        placement=placement,
        return_url=request.build_absolute_uri(back_path(placement)),
        cancel_url=request.build_absolute_uri(give_up_path(placement)),
        now=timezone.now(),
    )
    response = redirect(address or reverse("shop:order", args=[placement.token]))
    remember_browser(response, placement)
    return response


@require_GET
@with_order
def pay_return(request: HttpRequest, placement: Placement) -> HttpResponse:
    """After paying: the provider is asked, the address is not believed; reloading does no harm (B022)."""
    if not is_in_doubt(placement, actor=_actor(request), now=timezone.now()):
        return redirect("shop:order", placement.token)
    view = order_view(placement, language=language_of(request), now=timezone.now())
    return render(request, "shop/confirming.html", {"view": view, "is_processing": view.is_processing})


@require_POST
@with_order
def confirm(request: HttpRequest, placement: Placement, number: str) -> HttpResponse:
    """The buyer has the parcel."""
    part = _part(placement, number)
    confirm_receipt(vendor_order=part, by="buyer", actor=_actor(request), now=timezone.now())
    messages.success(request, _("已确认收货。"))
    return redirect("shop:order", placement.token)


@require_POST
@with_order
def cancel(request: HttpRequest, placement: Placement) -> HttpResponse:
    """The buyer gives up an unpaid order."""
    if cancel_unpaid(order_id=placement.pk, actor=_actor(request), now=timezone.now()):
        messages.success(request, _("订单已取消。"))
    else:
        messages.info(request, _("这个订单刚刚付款成功，没有取消。"))
    return redirect("shop:order", placement.token)


@require_POST
@with_order
def cancel_late_part(request: HttpRequest, placement: Placement, number: str) -> HttpResponse:
    """Not shipped in time: one tap, all of it back."""
    cancel_late(vendor_order=_part(placement, number), actor=_actor(request), now=timezone.now())
    messages.success(request, _("已取消，款项将全额退回。"))
    return redirect("shop:order", placement.token)


@login_required
@private_page
def my_orders(request: HttpRequest) -> HttpResponse:
    """The signed-in buyer's orders, newest first, paged by key."""
    user = signed_in(request)
    rows = orders_for(user) if user else Placement.objects.none()
    after = request.GET.get("after", "")
    if after.isdecimal():
        rows = rows.filter(pk__lt=int(after[:18]))
    page = list(rows[: PAGE + 1])
    context = {"orders": page[:PAGE], "next_key": page[PAGE - 1].pk if len(page) > PAGE else None}
    return render(request, "shop/my_orders.html", context)


def _part(placement: Placement, number: str) -> VendorOrder:
    part = VendorOrder.objects.filter(order_id=placement.pk, number=number).first()
    if part is None:
        raise DomainError(_("没有找到这份订单。"), code="no_part")
    return part


def _actor(request: HttpRequest) -> Actor:
    user = signed_in(request)
    return actor(user) if user else GUEST
