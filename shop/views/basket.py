"""The basket."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from oscar.apps.basket.models import Line

from common.errors import DomainError
from orders.queries.basket import BasketView, basket_view
from orders.services import basket as service
from shop.public import private_page
from shop.same_origin import same_origin_only
from shop.visitor import basket_made, basket_of, keep_key


@private_page
@require_GET
def basket(request: HttpRequest) -> HttpResponse:
    """Price, stock and hours re-read now; a moved price and a merge are told once."""
    basket_id = basket_of(request)
    view = basket_view(basket_id, now=timezone.now()) if basket_id else BasketView(basket_id=0, lines=())
    response = render(request, "shop/basket.html", {"view": view})
    service.see_prices(view.basket_id, view.moved_prices)
    if basket_id and view.merge_note:
        service.forget_merge_note(basket_id)
    return response


@private_page
@require_GET
def count(request: HttpRequest) -> HttpResponse:
    """How many lines, for the number beside the basket."""
    basket_id = basket_of(request)
    lines = Line.objects.filter(basket_id=basket_id).count() if basket_id else 0
    return JsonResponse({"count": lines})


@private_page
@require_POST
@same_origin_only
def add(request: HttpRequest) -> HttpResponse:
    """Adds packs and shows the basket."""
    try:
        quantity = service.clean_quantity(request.POST.get("quantity", "1"))
        product_id = int(request.POST.get("product", "0")[:18])
    except (DomainError, ValueError) as error:
        sentence = error.message if isinstance(error, DomainError) else _("没有找到这件商品。")
        messages.error(request, sentence)
        return redirect("shop:basket")
    basket_id, key = basket_made(request)
    response = redirect("shop:basket")
    try:
        service.add(basket_id=basket_id, product_id=product_id, quantity=quantity, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    if key is not None:
        keep_key(response, key)
    return response


@private_page
@require_POST
def line(request: HttpRequest, line_id: int) -> HttpResponse:
    """Sets a quantity, or takes the line out."""
    basket_id = basket_of(request)
    if basket_id is None:
        return redirect("shop:basket")
    try:
        if "remove" in request.POST:
            service.remove(basket_id=basket_id, line_id=line_id)
            return redirect("shop:basket")
        quantity = service.clean_quantity(request.POST.get("quantity", ""))
        service.set_quantity(basket_id=basket_id, line_id=line_id, quantity=quantity)
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("shop:basket")
