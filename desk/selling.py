"""List in a minute: photo, crop, pack, price. Each step is kept in the draft before the next is shown."""

from itertools import count
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from catalog.models import ListingDraft
from catalog.queries.drafts import crops_listed_by, draft_of, listed_from
from catalog.services import drafts
from catalog.services.photos import keep_photo
from common.errors import DomainError
from common.photo_files import WHOLE, address_of
from config.worker import ask
from desk.bumps import bumped
from desk.guard import Member, members_only, own_shop
from desk.sell_forms import DivisionForm, OfferForm, PackForm
from desk.sell_pages import division_of, grid, offer_page
from desk.typed import take_typed
from vendors.models import Vendor

_MOST_AT_ONCE = 9


@members_only
def start(request: HttpRequest, member: Member) -> HttpResponse:
    """Straight to the photo; who acts for several shops says for which."""
    if len(member.vendors) == 1:
        return redirect("desk:sell-photo", vendor_id=member.vendors[0].pk)
    return render(request, "desk/sell_which.html", {"member": member})


@members_only
def photo(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """The first step: a photo, or none. Sent again with the same upload key it is kept once (B109)."""
    vendor = own_shop(member, vendor_id)
    if request.method == "POST":
        return _send_photos(request, member, vendor)
    draft = draft_of(member.user, vendor)
    shown = {
        "member": member,
        "vendor": vendor,
        "draft": draft,
        "photos": _photos(draft),
        "upload_key": uuid4().hex,
        "may_not": _may_not(vendor),
    }
    return render(request, "desk/sell_photo.html", shown)


@require_POST
@members_only
def photo_away(request: HttpRequest, member: Member, vendor_id: int, key: UUID) -> HttpResponse:
    """Not this photo."""
    draft = draft_of(member.user, own_shop(member, vendor_id))
    if draft is None:
        raise Http404
    drafts.take_photo_away(draft_id=draft.pk, key=key, now=timezone.now())
    return redirect("desk:sell-photo", vendor_id=vendor_id)


@members_only
def crop(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """The second step: what it is, by its picture."""
    vendor, now = own_shop(member, vendor_id), timezone.now()
    if request.method == "POST":
        try:
            draft = drafts.begin(vendor=vendor, user=member.user, now=now)
            drafts.choose_crop(draft_id=draft.pk, crop_key=request.POST.get("crop", ""), now=now)
        except DomainError as error:
            messages.error(request, error.message)
            return redirect("desk:sell-crop", vendor_id=vendor_id)
        return redirect("desk:sell-pack", vendor_id=vendor_id)
    shelves = grid(now=now, own=crops_listed_by(vendor))
    shown = {"member": member, "vendor": vendor, "shelves": shelves, "may_not": _may_not(vendor)}
    return render(request, "desk/sell_crop.html", shown)


@members_only
def pack(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """The third step: how much is in one pack, by a button or in the seller's words."""
    vendor = own_shop(member, vendor_id)
    draft = draft_of(member.user, vendor)
    if draft is None or not draft.crop:
        return redirect("desk:sell-crop", vendor_id=vendor_id)
    form = PackForm(request.POST or take_typed(request) or None)
    if request.method == "POST" and form.is_valid():
        try:
            drafts.choose_pack(draft_id=draft.pk, text=form.cleaned_data["pack"], now=timezone.now())
        except DomainError as error:
            form.add_error("pack", error.message)
        else:
            return redirect("desk:sell-price", vendor_id=vendor_id)
    shown = {
        "member": member,
        "vendor": vendor,
        "draft": draft,
        "crop": drafts.crop_of(draft.crop),
        "form": form,
    }
    return render(request, "desk/sell_pack.html", shown)


@members_only
def price(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """The last step: price, how many, ready day, what it brings; and on sale. Tapped twice, it is listed once."""
    vendor = own_shop(member, vendor_id)
    if request.method == "POST" and _was_listed(request, member, vendor):
        messages.info(request, _("已经上架了，不用再点。"))
        return redirect("desk:goods-of", vendor_id=vendor_id)
    draft = draft_of(member.user, vendor)
    if draft is None:
        return redirect("desk:goods-of", vendor_id=vendor_id)
    if draft.net_weight_g is None:
        return redirect("desk:sell-pack", vendor_id=vendor_id)
    typed = bumped(request.POST) if request.method == "POST" else take_typed(request)
    form = OfferForm(typed) if typed is not None else OfferForm(initial=_offer_in(draft))
    if request.method == "POST" and form.is_valid():
        answer = _keep_offer(request, member, draft, form)
        if answer is not None:
            return answer
    if request.method == "GET" and typed is not None:
        messages.info(request, _("您填的内容还在，请看一遍再点上架。"))
    shown = offer_page(draft=draft, vendor=vendor, form=form, photos=_photos(draft))
    return render(request, "desk/sell_price.html", {"member": member, **shown})


@require_GET
@members_only
def brings(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """What a pack brings at this price, while it is being set."""
    draft = draft_of(member.user, own_shop(member, vendor_id))
    form = DivisionForm(request.GET)
    if draft is None or draft.net_weight_g is None or not form.is_valid():
        return HttpResponse(status=204)
    division = division_of(
        price=form.cleaned_data["price"],
        packing=form.cleaned_data["packing_cost"],
        grams=draft.net_weight_g,
    )
    return render(request, "desk/parts/brings.html", {"division": division})


@require_POST
@members_only
def anew(request: HttpRequest, member: Member, vendor_id: int) -> HttpResponse:
    """Begins anew."""
    draft = draft_of(member.user, own_shop(member, vendor_id))
    if draft is not None:
        drafts.drop(draft_id=draft.pk, now=timezone.now())
    return redirect("desk:sell-photo", vendor_id=vendor_id)


def _keep_offer(
    request: HttpRequest, member: Member, draft: ListingDraft, form: OfferForm
) -> HttpResponse | None:
    """Keeps what was typed, and lists when that was the button; None leaves an error in the form."""
    now = timezone.now()
    try:
        if "publish" not in request.POST:
            drafts.set_offer(draft_id=draft.pk, offer=form.offer(), now=now)
            return redirect("desk:sell-price", vendor_id=draft.vendor_id)
        listing = drafts.publish(draft_id=draft.pk, offer=form.offer(), actor=member.actor, now=now)
    except DomainError as error:
        form.add_error(None, error.message)
        return None
    messages.success(request, _("已上架：%(title)s") % {"title": listing.product.title})
    return redirect("desk:goods-of", vendor_id=draft.vendor_id)


def _was_listed(request: HttpRequest, member: Member, vendor: Vendor) -> bool:
    try:
        key = UUID(request.POST.get("draft", ""))
    except ValueError:
        return False
    return listed_from(member.user, vendor, key) is not None


def _send_photos(request: HttpRequest, member: Member, vendor: Vendor) -> HttpResponse:
    """Photos one by one; the first that is refused says why, those before it are kept."""
    as_json = request.headers.get("Accept") == "application/json"
    upload_key = request.POST.get("upload_key", "")[:40] or uuid4().hex
    kept, now = "", timezone.now()
    try:
        draft = drafts.begin(vendor=vendor, user=member.user, now=now)
        for number, file in zip(count(), request.FILES.getlist("photo")[:_MOST_AT_ONCE], strict=False):
            taken = keep_photo(
                vendor=vendor, upload_key=f"{upload_key}-{number}", file=file, actor=member.actor, now=now
            )
            drafts.add_photo(draft_id=draft.pk, photo=taken, now=now)
            ask("size_photo", taken.pk)
            kept = address_of(taken.key.hex, WHOLE)
    except DomainError as error:
        if as_json:
            return JsonResponse({"error": error.message}, status=422)
        messages.error(request, error.message)
        return redirect("desk:sell-photo", vendor_id=vendor.pk)
    if as_json:
        return JsonResponse({"photo": kept})
    if not kept:
        messages.error(request, _("还没有选照片。"))
        return redirect("desk:sell-photo", vendor_id=vendor.pk)
    return redirect("desk:sell-price" if draft.net_weight_g else "desk:sell-crop", vendor_id=vendor.pk)


def _photos(draft: ListingDraft | None) -> list[tuple[UUID, str]]:
    return [(key, address_of(key.hex, WHOLE)) for key in draft.photos] if draft else []


def _offer_in(draft: ListingDraft) -> dict[str, object]:
    return {
        "price": draft.price,
        "packing_cost": draft.packing_cost,
        "quantity": draft.quantity,
        "ready_on": draft.ready_on,
    }


def _may_not(vendor: Vendor) -> str:
    try:
        drafts.check_may_list(vendor)
    except DomainError as error:
        return error.message
    return ""
