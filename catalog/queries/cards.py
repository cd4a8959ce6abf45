"""Cards of a shelf: everything a card shows, from one statement."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet
from django.db.models.expressions import RawSQL

from catalog.models import Listing
from common.clock import local_day
from common.money import rounded
from vendors.models import Vendor
from vendors.partner.models import StockRecord

JIN_G = 500
KEY_FORMAT = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One product on a shelf, in the reader's language. Prices in yuan."""

    product_id: int
    slug: str
    title: str
    spec: str
    price: Decimal
    price_per_500g: Decimal
    # 吴阳镇 水洒村; Shuisa Village, Wuyang Town
    origin: str
    picture: str
    is_sold_out: bool
    is_in_season: bool
    sold_count: int
    key: str


def price_per_500g(price: Decimal, net_weight_g: int) -> Decimal:
    """Yuan per 500 g (one jin), rounded to the fen; Price Law art. 13 asks for the unit price."""
    return rounded(price * JIN_G / net_weight_g)


def in_season(listing: Listing, month: int) -> bool:
    """Whether the month lies in the season; a season may pass the new year."""
    if listing.season_from is None or listing.season_to is None:
        return False
    if listing.season_from <= listing.season_to:
        return listing.season_from <= month <= listing.season_to
    return month >= listing.season_from or month <= listing.season_to


# Villages whose goods can be bought: their storefront is not closed, or their town's where they have none; the same
# rule as `catalog.queries.storefronts.is_closed`. As an array, so that the planner takes it as a question of its own:
# it plans a join of nine tables longer than it carries it out. As text, because putting it together from parts at each
# search took a fifth of the page (docs/performance.md).
OPEN_VILLAGES = """
    ARRAY(
        SELECT village.code FROM places_village AS village
        LEFT JOIN catalog_storefront AS own ON own.village_id = village.code
        LEFT JOIN catalog_storefront AS town ON town.town_id = village.town_id
        JOIN catalog_storefront AS seller ON seller.id = coalesce(own.id, town.id)
        WHERE (
            (seller.state <> 'closed' AND (seller.closes_at IS NULL OR seller.closes_at > %s))
            OR seller.reopens_at <= %s
        ) AND (%s = '' OR village.town_id = %s)
    )
"""


class Among(Func):
    """`a = ANY(array)`."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def offered(now: datetime) -> QuerySet[Listing]:
    """On sale, of an open vendor, with papers in date, newest first. The storefront's hours are another question."""
    return Listing.objects.filter(
        Q(papers_until__isnull=True) | Q(papers_until__gte=local_day(now)),
        state=Listing.State.ON_SALE,
        vendor__state=Vendor.State.OPEN,
    ).order_by("-published_at", "-product_id")


def on_sale(now: datetime, *, town_id: str = "") -> QuerySet[Listing]:
    """Everything that can be bought now, in all towns or in one, newest first."""
    villages = RawSQL(OPEN_VILLAGES, [now, now, town_id, town_id])  # noqa: S611  a constant and its parameters
    return offered(now).filter(Among(F("village_id"), villages))


def rows_of(listings: QuerySet[Listing]) -> QuerySet[StockRecord]:
    """The stock rows of these listings, with what a card needs joined in, in the same order."""
    rows: QuerySet[StockRecord] = (
        StockRecord.objects.select_related("product__listing__village__town")
        .filter(Among(F("product_id"), ArraySubquery(listings.values("pk"))))
        .order_by("-product__listing__published_at", "-product_id")
    )
    return rows


def card(stockrecord: StockRecord, *, language: str, now: datetime) -> ProductCard:
    """The card of a stock row from `rows_of`."""
    product = stockrecord.product
    listing: Listing = product.listing
    village, town = listing.village, listing.village.town
    is_english = language == "en"
    return ProductCard(
        product_id=product.pk,
        slug=product.slug,
        title=listing.title_en if is_english else product.title,
        spec=listing.spec_en if is_english else listing.spec,
        price=stockrecord.price,
        price_per_500g=price_per_500g(stockrecord.price, listing.net_weight_g),
        origin=(listing.origin_en if is_english else listing.origin)
        or (f"{village.name_en}, {town.name_en}" if is_english else f"{town.name} {village.short_name}"),
        picture=listing.picture,
        is_sold_out=stockrecord.num_in_stock <= stockrecord.num_allocated,
        is_in_season=in_season(listing, local_day(now).month),
        sold_count=listing.sold_count,
        key=_key(listing),
    )


def _key(listing: Listing) -> str:
    if listing.published_at is None:
        return ""
    return f"{listing.published_at.astimezone(UTC):{KEY_FORMAT}}-{listing.pk}"
