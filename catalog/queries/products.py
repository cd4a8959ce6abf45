"""One product's page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from catalog.models import Label, Listing, Storefront
from catalog.queries.cards import in_season, price_per_500g
from catalog.queries.storefronts import is_closed
from common.clock import local_day
from common.errors import DomainError
from vendors.models import Vendor
from vendors.partner.models import StockRecord
from vendors.queries import villages_on_hand


@dataclass(frozen=True, slots=True)
class Origin:
    """A village that the goods come from, in the reader's language."""

    code: str
    name: str
    town: str


@dataclass(frozen=True, slots=True)
class ProductPage:
    """What a product page shows, in the reader's language. Prices in yuan, weight in grams."""

    product_id: int
    slug: str
    title: str
    summary: str
    spec: str
    price: Decimal
    price_per_500g: Decimal
    price_per_kg: Decimal
    net_weight_g: int
    free: int
    picture: str
    category: str
    storage: str
    is_in_season: bool
    can_be_bought: bool
    ship_within_hours: int
    # The day it can first be sent, while that day is to come.
    ready_on: date | None
    return_rule: str
    claim_window: timedelta
    packing_cost: Decimal
    vendor_id: int
    shop_name: str
    vendor_kind: str
    is_exempt: bool
    licence_no: str
    # Goods of an operator's lots: the villages of the households; otherwise empty, and `village` says it.
    origins: tuple[Origin, ...]
    label: Label | None
    village_code: str
    village: str
    town_code: str
    town: str
    origin: str
    sold_count: int


def product_page(product_id: int, *, language: str, now: datetime) -> ProductPage:
    """The page of a product that is or was on sale. One statement, for lot-sold goods three.

    Raises:
        DomainError: there is no such product, or it was withdrawn (`withdrawn`).
    """
    row = (
        StockRecord.objects.select_related(
            "product__listing__village__storefront",
            "product__listing__village__town__storefront",
            "product__listing__vendor",
            "product__listing__label",
        )
        .filter(product_id=product_id, product__listing__isnull=False)
        .first()
    )
    if row is None or row.product.listing.state == Listing.State.DRAFT:
        raise DomainError(_("没有找到这件商品。"), code="unknown")
    listing: Listing = row.product.listing
    if listing.state == Listing.State.WITHDRAWN:
        raise DomainError(_("这件商品已经下架。"), code="withdrawn")
    return _page_of(row, listing, language=language, now=now)


def selling_storefront(listing: Listing) -> Storefront | None:
    """The storefront whose hours decide: the village's, or the town's where the village has none."""
    own: Storefront | None = getattr(listing.village, "storefront", None)
    return own or getattr(listing.village.town, "storefront", None)


def can_be_bought(listing: Listing, *, now: datetime) -> bool:
    """Whether listing, vendor and storefront are all open and papers in date. Stock is a question of its own."""
    if listing.papers_until is not None and listing.papers_until < local_day(now):
        return False
    storefront = selling_storefront(listing)
    return (
        listing.state == Listing.State.ON_SALE
        and listing.vendor.state == Vendor.State.OPEN
        and storefront is not None
        and not is_closed(storefront, now=now)
    )


def _origins(row: StockRecord, *, is_english: bool) -> tuple[Origin, ...]:
    if not row.from_lots:
        return ()
    return tuple(
        Origin(
            code=village.pk,
            name=village.name_en if is_english else village.short_name,
            town=village.town.name_en if is_english else village.town.name,
        )
        for village in villages_on_hand(row.pk, on_hand=row.num_in_stock)
    )


def _page_of(row: StockRecord, listing: Listing, *, language: str, now: datetime) -> ProductPage:
    village, town, vendor = listing.village, listing.village.town, listing.vendor
    is_english = language == "en"
    return ProductPage(
        product_id=row.product_id,
        slug=row.product.slug,
        title=listing.title_en if is_english else row.product.title,
        summary=listing.summary_en if is_english else listing.summary,
        spec=listing.spec_en if is_english else listing.spec,
        price=row.price,
        price_per_500g=price_per_500g(row.price, listing.net_weight_g),
        price_per_kg=price_per_500g(row.price * 2, listing.net_weight_g),
        net_weight_g=listing.net_weight_g,
        free=max(row.num_in_stock - row.num_allocated, 0),
        picture=listing.picture,
        category=str(listing.get_category_display()),
        storage=listing.storage_en if is_english else listing.storage,
        is_in_season=in_season(listing, local_day(now).month),
        can_be_bought=can_be_bought(listing, now=now) and row.num_in_stock > row.num_allocated,
        ship_within_hours=listing.hours_to_ship(now),
        ready_on=listing.ready_on if listing.ready_on and listing.ready_on > local_day(now) else None,
        return_rule=listing.return_rule,
        claim_window=listing.claim_window,
        packing_cost=listing.packing_cost,
        vendor_id=vendor.pk,
        shop_name=vendor.shop_name_en if is_english and vendor.shop_name_en else vendor.shop_name,
        vendor_kind=str(vendor.get_kind_display()),
        is_exempt=vendor.kind == Vendor.Kind.HOUSEHOLD,
        licence_no=vendor.licence_no,
        origins=_origins(row, is_english=is_english),
        label=getattr(listing, "label", None),
        village_code=village.pk,
        village=village.name_en if is_english else village.short_name,
        town_code=town.pk,
        town=town.name_en if is_english else town.name,
        origin=(listing.origin_en if is_english else listing.origin)
        or (f"{village.name_en}, {town.name_en}" if is_english else f"{town.name} {village.short_name}"),
        sold_count=listing.sold_count,
    )


def lot_sold(vendor_id: int) -> QuerySet[Listing]:
    """What an operator packs from lots and has not withdrawn."""
    rows = Listing.objects.filter(vendor_id=vendor_id, product__stockrecords__from_lots=True)
    return rows.exclude(state=Listing.State.WITHDRAWN).select_related("product").order_by("pk")
