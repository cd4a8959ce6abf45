"""What the pages of listing show."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.forms import Form
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.crops.packs import Pack
from catalog.crops.table import Crop, crops
from catalog.models import Listing, ListingDraft
from catalog.queries.cards import price_per_500g
from catalog.services.drafts import crop_of, title_of
from common.clock import SHANGHAI
from common.money import ZERO
from settlement.take_home import TakeHome, take_home
from vendors.models import Vendor


@dataclass(frozen=True, slots=True)
class Division:
    """What one pack brings, and what it costs by weight; in yuan."""

    pack: TakeHome
    per_500g: Decimal
    per_kg: Decimal


@dataclass(frozen=True, slots=True)
class Shelf:
    """Crops under one heading; the first shelves stand open."""

    name: str
    crops: tuple[Crop, ...]
    is_open: bool


def division_of(*, price: Decimal, packing: Decimal, grams: int) -> Division:
    """By the one function that the settlement also follows."""
    return Division(
        pack=take_home(price=price, packing=packing),
        per_500g=price_per_500g(price, grams),
        per_kg=price_per_500g(price * 2, grams),
    )


def grid(*, now: datetime, own: list[str]) -> list[Shelf]:
    """What this shop listed before, what is in season, then all the rest by kind."""
    table, month = crops(), now.astimezone(SHANGHAI).month
    before = tuple(table[key] for key in own if key in table)
    in_season = tuple(crop for crop in table.values() if crop.is_in_season(month) and crop not in before)
    shelves = [
        Shelf(name=_("您上过的"), crops=before, is_open=True),
        Shelf(name=_("正当季"), crops=in_season, is_open=True),
    ]
    for category in Listing.Category:
        rest = tuple(
            crop
            for crop in table.values()
            if crop.category == category and crop not in before and crop not in in_season
        )
        shelves.append(Shelf(name=str(category.label), crops=rest, is_open=False))
    return [shelf for shelf in shelves if shelf.crops]


def offer_page(
    *, draft: ListingDraft, vendor: Vendor, form: Form, photos: list[tuple[UUID, str]]
) -> dict[str, object]:
    """The last page: name, picture, fields, and the sum for what stands in them."""
    crop, grams = crop_of(draft.crop), draft.net_weight_g or 1
    title, title_en = title_of(vendor.village, crop, Pack(draft.spec, draft.spec_en, grams))
    price, packing = _amount(form, "price", draft.price), _amount(form, "packing_cost", draft.packing_cost)
    return {
        "vendor": vendor,
        "draft": draft,
        "crop": crop,
        "form": form,
        "photos": photos,
        "title": title_en if get_language() == "en" else title,
        "picture": draft.picture or crop.picture,
        "division": division_of(price=price, packing=packing, grams=grams) if price else None,
    }


def _amount(form: Form, field: str, kept: Decimal | None) -> Decimal:
    """What was typed where that is an amount, else what the draft holds."""
    cleaned = getattr(form, "cleaned_data", {}).get(field) if form.is_bound and form.is_valid() else None
    if cleaned is not None:
        return Decimal(cleaned)
    return kept if kept is not None else ZERO
