"""Checkout on one page: address, then the whole sum, then one order for all."""

from uuid import UUID, uuid4

from django.db.utils import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.queries import actor
from common.errors import DomainError
from common.models import SubmissionKey
from flow.place_order import SCOPE, BasketChanged, freight_of, place_order
from orders.models import Placement
from orders.queries.basket import BasketView, basket_view
from orders.services.basket import see_prices
from shop import draft
from shop.checkout_form import CheckoutForm
from shop.confirmation import Confirmation, confirmation
from shop.public import language_of, private_page
from shop.visitor import GUEST, basket_of, signed_in


@private_page
def checkout(request: HttpRequest) -> HttpResponse:
    """First the form; with an address, the sum; confirmed, the order's own page."""
    placed = _placed_before(request.POST.get("submission", ""))
    if placed is not None:
        return redirect("shop:order", placed)
    basket_id = basket_of(request)
    view = basket_view(basket_id, now=timezone.now()) if basket_id else None
    if view is None or not view.lines:
        # The first of two sends may have emptied the basket since the look above (B015).
        placed = _placed_before(request.POST.get("submission", ""))
        return redirect("shop:order", placed) if placed else redirect("shop:basket")
    if request.method != "POST":
        typed = draft.kept(request, now=timezone.now()) or _known(request)
        form = CheckoutForm(initial={"submission": str(uuid4()), **typed})
        return _page(request, form, view, None)
    form = CheckoutForm(request.POST)
    if not form.is_valid():
        return _page(request, form, view, None)
    return _place(request, form, view) if "place" in request.POST else _sum(request, form, view)


def _place(request: HttpRequest, form: CheckoutForm, view: BasketView) -> HttpResponse:
    user = signed_in(request)
    try:
        placed = place_order(
            submission=str(form.cleaned_data["submission"]),
            basket_id=view.basket_id,
            contact=form.cleaned_data["contact"],
            method=form.cleaned_data["method"],
            language=language_of(request),
            buyer=user,
            shown=form.cleaned_data["shown"],
            exceptions_confirmed=form.cleaned_data["exceptions"],
            actor=actor(user) if user else GUEST,
            now=timezone.now(),
        )
    except BasketChanged as error:
        form.add_error(None, error.message)
        return _sum(request, form, basket_view(view.basket_id, now=timezone.now()))
    except DomainError as error:
        form.add_error("exceptions" if error.code == "exception_not_confirmed" else None, error.message)
        return _sum(request, form, view)
    except DatabaseError:
        form.add_error(None, _("刚才没有提交成功，请再按一次。"))
        return _sum(request, form, view)
    draft.forget(request)
    return redirect("shop:order", placed.token)


def _sum(request: HttpRequest, form: CheckoutForm, view: BasketView) -> HttpResponse:
    try:
        freight = freight_of(view, province_code=form.cleaned_data["contact"].area.code[:2])
    except DomainError as error:
        form.add_error("area_text", error.message)
        return _page(request, form, view, None)
    return _page(request, form, view, confirmation(view, freight, language=language_of(request)))


def _page(
    request: HttpRequest, form: CheckoutForm, view: BasketView, summed: Confirmation | None
) -> HttpResponse:
    if request.method == "POST":
        draft.keep(request, now=timezone.now())
    response = render(request, "shop/checkout.html", {"form": form, "view": view, "sum": summed})
    # Told once, here or in the basket.
    see_prices(view.basket_id, view.moved_prices)
    return response


def _placed_before(submission: str) -> str | None:
    """The link of the order that this very submission made already (B015)."""
    try:
        key = UUID(submission)
    except ValueError:
        return None
    made = SubmissionKey.objects.filter(scope=SCOPE, key=key).values_list("result", flat=True).first()
    return Placement.objects.values_list("token", flat=True).get(pk=int(made)) if made else None


def _known(request: HttpRequest) -> dict[str, str]:
    """A signed-in buyer's last address, to save typing."""
    user = signed_in(request)
    last = Placement.objects.filter(buyer=user).order_by("-pk").first() if user else None
    if last is None:
        return {}
    return {
        "name": last.contact_name,
        "mobile": last.mobile,
        "area_code": last.area_id,
        "area_text": last.area_text,
        "detail": last.address_detail,
    }
