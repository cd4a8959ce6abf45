"""My goods: what is on sale, changed with one tap each, the last tap undone for a minute."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.models import Listing
from catalog.queries.goods import goods_of, last_change
from catalog.services import goods
from catalog.services.drafts import copy_listing
from common.errors import DomainError
from common.paging import page_of
from desk.bumps import bumped
from desk.guard import Member, members_only, own_change, own_listing, own_shop
from desk.sell_forms import PacksForm, PriceForm, WordsForm
from desk.typed import take_typed
from vendors.partner.models import StockRecord

STATES = {"pause": Listing.State.PAUSED, "resume": Listing.State.ON_SALE}


@members_only
def listed(request: HttpRequest, member: Member, vendor_id: int | None = None) -> HttpResponse:
    """Everything of one shop, newest first, and what can be undone."""
    vendor = own_shop(member, vendor_id) if vendor_id is not None else member.vendors[0]
    shown = {
        "member": member,
        "vendor": vendor,
        "page": page_of(goods_of(vendor), query=request.GET),
        "change": last_change(vendor, now=timezone.now()),
        "submission": uuid4().hex,
    }
    return render(request, "desk/goods.html", shown)


@require_POST
@members_only
def state(request: HttpRequest, member: Member, product_id: int, act: str) -> HttpResponse:
    """Paused, or on sale again."""
    listing = own_listing(member, product_id)
    if act not in STATES:
        raise Http404
    try:
        goods.move_to(listing=listing, state=STATES[act], actor=member.actor, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        said = _("已暂停，买家暂时看不到。") if act == "pause" else _("又开始卖了。")
        messages.success(request, said)
    return redirect("desk:goods-of", vendor_id=listing.vendor_id)


@require_POST
@members_only
def sold_out(request: HttpRequest, member: Member, product_id: int) -> HttpResponse:
    """Nothing more to sell; orders that wait are still to be sent."""
    listing = own_listing(member, product_id)
    try:
        is_done = goods.sell_out(
            listing=listing, submission=_submission(request), actor=member.actor, now=timezone.now()
        )
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("已标为卖完。已下的单照常发货。") if is_done else _("本来就没有剩的了。"))
    return redirect("desk:goods-of", vendor_id=listing.vendor_id)


@require_POST
@members_only
def price(request: HttpRequest, member: Member, product_id: int) -> HttpResponse:
    """A new price: typed, or a step from the price that the page showed, so that two taps are one step."""
    listing = own_listing(member, product_id)
    form = PriceForm(bumped(request.POST))
    if not form.is_valid():
        messages.error(request, _("价格请填数字，例如 19.90。"))
        return redirect("desk:goods-of", vendor_id=listing.vendor_id)
    amount = form.cleaned_data["price"]
    try:
        is_new = goods.set_price(listing=listing, price=amount, actor=member.actor, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        said = _("价格改为 ¥%(price)s。") if is_new else _("价格本来就是 ¥%(price)s。")
        messages.success(request, said % {"price": amount})
    return redirect("desk:goods-of", vendor_id=listing.vendor_id)


@require_POST
@members_only
def add(request: HttpRequest, member: Member, product_id: int) -> HttpResponse:
    """More packs; the same submission counts once."""
    listing = own_listing(member, product_id)
    form = PacksForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("加多少份请填1到9999。"))
        return redirect("desk:goods-of", vendor_id=listing.vendor_id)
    try:
        is_new = goods.add_packs(
            listing=listing,
            quantity=form.cleaned_data["quantity"],
            submission=_submission(request),
            actor=member.actor,
            now=timezone.now(),
        )
    except DomainError as error:
        messages.error(request, error.message)
    else:
        said = _("加了 %(count)s 份。") if is_new else _("这次加货已经记过，没有重复加。")
        messages.success(request, said % {"count": form.cleaned_data["quantity"]})
    return redirect("desk:goods-of", vendor_id=listing.vendor_id)


@members_only
def words(request: HttpRequest, member: Member, product_id: int) -> HttpResponse:
    """Title and words. Price and stock stay as they are by then (B116: what was typed comes back)."""
    listing = own_listing(member, product_id)
    initial = {"title": listing.product.title, "summary": listing.summary}
    form = WordsForm(request.POST or take_typed(request) or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            goods.change_words(
                listing=listing,
                title=form.cleaned_data["title"],
                summary=form.cleaned_data["summary"],
                actor=member.actor,
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("文字已改。"))
            return redirect("desk:goods-of", vendor_id=listing.vendor_id)
    return render(request, "desk/words.html", {"member": member, "listing": listing, "form": form})


@require_POST
@members_only
def again(request: HttpRequest, member: Member, product_id: int) -> HttpResponse:
    """Last year's listing once more: everything is filled in, the price is looked at before it goes on sale."""
    listing = own_listing(member, product_id)
    price_now = StockRecord.objects.values_list("price", flat=True).get(product_id=listing.pk)
    try:
        copy_listing(listing=listing, price=price_now, user=member.user, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("desk:goods-of", vendor_id=listing.vendor_id)
    return redirect("desk:sell-price", vendor_id=listing.vendor_id)


@require_POST
@members_only
def undo(request: HttpRequest, member: Member, change_id: int) -> HttpResponse:
    """Takes the last change back."""
    change = own_change(member, change_id)
    try:
        goods.undo(change_id=change.pk, actor=member.actor, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("已撤销，和原来一样了。"))
    return redirect("desk:goods-of", vendor_id=change.listing.vendor_id)


def _submission(request: HttpRequest) -> str:
    return request.POST.get("submission", "")[:40] or uuid4().hex
