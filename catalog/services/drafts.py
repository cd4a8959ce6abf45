"""Fills a listing step by step and puts it on sale once. What was filled in stays until it is listed or dropped."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from catalog.crops.packs import Pack, read_pack
from catalog.crops.table import Crop, crops
from catalog.locks import lock_draft
from catalog.models import Listing, ListingDraft, Photo
from catalog.models.photos import MOST_PHOTOS
from catalog.services.listings import Draft, list_product
from catalog.services.photos import put_photos
from common.audit import Actor
from common.clock import local_day
from common.errors import DomainError
from places.models import Village
from vendors.models import Vendor

MOST_PACKS = 9999
MOST_PRICE = Decimal("99999.00")
USUAL_PACKS = 10
# Longer ahead nobody knows the harvest.
MOST_DAYS_AHEAD = 180


@dataclass(frozen=True, slots=True)
class Offer:
    """What is asked for one pack and how many there are. Price and packing in yuan."""

    price: Decimal
    packing_cost: Decimal
    quantity: int
    ready_on: date


def begin(*, vendor: Vendor, user: User, now: datetime) -> ListingDraft:
    """The draft of this person at this shop; a new one where there is none.

    Raises:
        DomainError: the shop sells no produce of its own, or has stopped.
    """
    check_may_list(vendor)
    draft, _is_new = ListingDraft.objects.get_or_create(
        vendor=vendor, user=user, ended_at=None, defaults={"started_at": now, "changed_at": now}
    )
    return draft


def check_may_list(vendor: Vendor) -> None:
    """Produce of one's own, which needs no papers (E-commerce Law art. 10), is all that is listed here.

    Raises:
        DomainError: the shop is not open yet, has stopped, or never declared its own produce.
    """
    if vendor.state == Vendor.State.STOPPED:
        raise DomainError(_("这家店已停止营业，不能上架。"), code="stopped")
    if vendor.state in {Vendor.State.INVITED, Vendor.State.IN_REVIEW}:
        raise DomainError(_("店铺还没有开，开了就能上架。"), code="not_open_yet")
    if vendor.self_produced_declared_on is None:
        raise DomainError(_("这家店的货从收购批次上架，请联系运营方。"), code="no_own_produce")


@transaction.atomic
def add_photo(*, draft_id: int, photo: Photo, now: datetime) -> None:
    """Puts a photo behind those that are there; one that is there already, or on a listing, changes nothing.

    Raises:
        DomainError: there are nine already, or the draft was listed or dropped.
    """
    draft = _open(draft_id)
    if photo.key in draft.photos or photo.listing_id is not None:
        return
    if len(draft.photos) >= MOST_PHOTOS:
        raise DomainError(_("一件商品最多放9张照片。"), code="too_many_photos")
    draft.photos = [*draft.photos, photo.key]
    _keep(draft, now, "photos")


@transaction.atomic
def take_photo_away(*, draft_id: int, key: UUID, now: datetime) -> None:
    """The photo will not be on the listing; its file stays."""
    draft = _open(draft_id)
    draft.photos = [kept for kept in draft.photos if kept != key]
    _keep(draft, now, "photos")


@transaction.atomic
def choose_crop(*, draft_id: int, crop_key: str, now: datetime) -> None:
    """Another crop forgets pack and price, which were the first one's.

    Raises:
        DomainError: it does not stand in the table.
    """
    draft = _open(draft_id)
    crop = crop_of(crop_key)
    if draft.crop == crop.key:
        return
    draft.crop, draft.picture, draft.spec, draft.spec_en, draft.net_weight_g = crop.key, "", "", "", None
    draft.price = draft.packing_cost = None
    _keep(draft, now, "crop", "picture", "spec", "spec_en", "net_weight_g", "price", "packing_cost")


@transaction.atomic
def choose_pack(*, draft_id: int, text: str, now: datetime) -> None:
    """A pack as a button or a person says it; price and packing begin with what is usual for it.

    Raises:
        DomainError: it tells no weight.
    """
    draft, pack = _open(draft_id), read_pack(text)
    if (draft.spec, draft.net_weight_g) != (pack.spec, pack.grams) or draft.price is None:
        crop = crop_of(draft.crop)
        draft.price, draft.packing_cost = crop.usual_price(pack.grams), crop.usual_packing(pack.grams)
    draft.spec, draft.spec_en, draft.net_weight_g = pack.spec, pack.spec_en, pack.grams
    draft.quantity = draft.quantity or USUAL_PACKS
    draft.ready_on = max(draft.ready_on or local_day(now), local_day(now))
    _keep(draft, now, "spec", "spec_en", "net_weight_g", "price", "packing_cost", "quantity", "ready_on")


@transaction.atomic
def set_offer(*, draft_id: int, offer: Offer, now: datetime) -> None:
    """Price, packing, packs and the ready day.

    Raises:
        DomainError: one of them cannot be.
    """
    draft = _open(draft_id)
    _check(offer, today=local_day(now))
    draft.price, draft.packing_cost = offer.price, offer.packing_cost
    draft.quantity, draft.ready_on = offer.quantity, offer.ready_on
    _keep(draft, now, "price", "packing_cost", "quantity", "ready_on")


@transaction.atomic
def publish(*, draft_id: int, offer: Offer, actor: Actor, now: datetime) -> Listing:
    """Puts the draft on sale for this offer. A second tap waits for the first and finds its listing.

    Raises:
        DomainError: something is still missing, or the draft was dropped.
    """
    draft = lock_draft(draft_id)
    if draft.listing is not None:
        return draft.listing
    check_may_list(draft.vendor)
    if draft.ended_at is not None:
        raise _no_draft()
    listing = list_product(
        vendor=draft.vendor,
        draft=_filled(draft, offer, today=local_day(now)),
        quantity=offer.quantity,
        actor=actor,
        now=now,
    )
    if draft.photos:
        put_photos(listing=listing, keys=draft.photos, actor=actor, now=now)
    draft.price, draft.packing_cost = offer.price, offer.packing_cost
    draft.quantity, draft.ready_on = offer.quantity, offer.ready_on
    draft.listing, draft.ended_at = listing, now
    draft.save()
    return listing


@transaction.atomic
def drop(*, draft_id: int, now: datetime) -> None:
    """Begins anew; what was filled in is kept in the table but comes back to nobody."""
    draft = _open(draft_id)
    draft.ended_at = now
    draft.save(update_fields=["ended_at"])


@transaction.atomic
def copy_listing(*, listing: Listing, price: Decimal, user: User, now: datetime) -> ListingDraft:
    """Last year's listing as a draft: crop, pack, price, picture; packs and the ready day are asked anew.

    Raises:
        DomainError: it is of no crop of the table, or no produce of one's own.
    """
    crop = crops().get(listing.crop or listing.picture)
    if crop is None or crop.product_class != listing.product_class:
        raise DomainError(_("这件商品不能照抄，请从头上架。"), code="no_such_crop")
    draft = lock_draft(begin(vendor=listing.vendor, user=user, now=now).pk)
    draft.crop, draft.picture, draft.photos = crop.key, listing.picture, []
    draft.spec, draft.spec_en, draft.net_weight_g = listing.spec, listing.spec_en, listing.net_weight_g
    draft.price, draft.packing_cost = price, listing.packing_cost
    draft.quantity, draft.ready_on, draft.changed_at = USUAL_PACKS, local_day(now), now
    draft.save()
    return draft


def crop_of(key: str) -> Crop:
    """The crop of the table.

    Raises:
        DomainError: there is none of this key.
    """
    crop = crops().get(key)
    if crop is None:
        raise DomainError(_("请先选是什么货。"), code="no_such_crop")
    return crop


def title_of(village: Village, crop: Crop, pack: Pack) -> tuple[str, str]:
    """How it is called, in Chinese and English: 水洒村香蕉 5斤装."""
    is_village = village.kind == Village.Kind.VILLAGE and not village.short_name.endswith("村")
    place = f"{village.short_name}村" if is_village else village.short_name
    return (
        f"{place}{crop.name} {pack.spec}",
        f"{crop.name_en} from {village.name_en}, {pack.spec_en}",
    )


def _filled(draft: ListingDraft, offer: Offer, *, today: date) -> Draft:
    crop = crop_of(draft.crop)
    if draft.net_weight_g is None:
        raise DomainError(_("请先选一份装多少。"), code="no_pack")
    _check(offer, today=today)
    pack = Pack(spec=draft.spec, spec_en=draft.spec_en, grams=draft.net_weight_g)
    title, title_en = title_of(draft.vendor.village, crop, pack)
    return Draft(
        title=title,
        title_en=title_en,
        summary="",
        summary_en="",
        category=crop.category,
        product_class=crop.product_class,
        return_rule=crop.return_rule,
        spec=draft.spec,
        spec_en=draft.spec_en,
        net_weight_g=draft.net_weight_g,
        price=offer.price,
        picture=draft.picture or crop.picture,
        packing_cost=offer.packing_cost,
        ship_within_hours=crop.ship_within_hours,
        freight_class=crop.freight_class,
        storage=crop.storage,
        storage_en=crop.storage_en,
        season=crop.season,
        crop=crop.key,
        ready_on=offer.ready_on if offer.ready_on > today else None,
    )


def _check(offer: Offer, *, today: date) -> None:
    if not 0 < offer.price <= MOST_PRICE:
        raise DomainError(_("价格须大于零，不超过99999元。"), code="bad_price")
    if not 0 <= offer.packing_cost < offer.price:
        raise DomainError(_("包装费须比价格低，不然卖一份就亏一份。"), code="bad_packing")
    if not 1 <= offer.quantity <= MOST_PACKS:
        raise DomainError(_("数量请填1到9999。"), code="bad_quantity")
    if not today <= offer.ready_on <= today + timedelta(days=MOST_DAYS_AHEAD):
        raise DomainError(_("发货的日子请选今天到半年以内。"), code="bad_ready_day")


def _open(draft_id: int) -> ListingDraft:
    draft = lock_draft(draft_id)
    if draft.ended_at is not None:
        raise _no_draft()
    return draft


def _no_draft() -> DomainError:
    return DomainError(_("这份草稿已经上架或放弃了，请重新开始。"), code="no_draft")


def _keep(draft: ListingDraft, now: datetime, *fields: str) -> None:
    draft.changed_at = now
    draft.save(update_fields=[*fields, "changed_at"])
