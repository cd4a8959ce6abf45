"""The basket as it stands now: price, stock and window re-read on every view."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from oscar.apps.basket.models import Line

from catalog.models import Listing
from catalog.queries.products import can_be_bought, selling_storefront
from catalog.queries.storefronts import is_closed
from common.money import total
from orders.models import BasketOwner


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line, in both languages, with what may be wrong with it. Yuan and grams."""

    line_id: int
    product_id: int
    slug: str
    stockrecord_id: int
    partner_id: int
    partner_name: str
    partner_sku: str
    vendor_id: int
    household_id: int | None
    village_code: str
    village: str
    village_en: str
    shop_name: str
    shop_name_en: str
    title: str
    title_en: str
    spec: str
    spec_en: str
    picture: str
    net_weight_g: int
    freight_class: str
    packing_cost: Decimal
    return_rule: str
    claim_window: timedelta
    ship_within_hours: int
    unit_price: Decimal
    price_before: Decimal | None
    quantity: int
    free: int
    closed_storefront: str
    is_withdrawn: bool

    @property
    def amount(self) -> Decimal:
        """What the line costs now."""
        return self.unit_price * self.quantity

    @property
    def trouble(self) -> str:
        """Empty, or why it cannot be bought as it stands: closed, withdrawn, sold_out, too_many."""
        if self.closed_storefront:
            return "closed"
        if self.is_withdrawn:
            return "withdrawn"
        if self.free <= 0:
            return "sold_out"
        return "too_many" if self.quantity > self.free else ""


@dataclass(frozen=True, slots=True)
class BasketView:
    """All lines by vendor, and the note of the last merge."""

    basket_id: int
    lines: tuple[BasketLine, ...]
    merge_note: tuple[dict[str, object], ...] = ()

    @property
    def goods_total(self) -> Decimal:
        """Yuan, goods only."""
        return total([line.amount for line in self.lines])

    @property
    def can_be_placed(self) -> bool:
        """Something in it and nothing wrong with any line."""
        return bool(self.lines) and not any(line.trouble for line in self.lines)

    @property
    def moved_prices(self) -> dict[int, Decimal]:
        """Today's price in yuan by line, of the lines whose price differs from what the buyer saw last."""
        return {line.line_id: line.unit_price for line in self.lines if line.price_before is not None}

    @property
    def needs_exception_confirmed(self) -> bool:
        """Whether a line is not open to return without reason and the buyer must confirm so."""
        return any(line.return_rule != Listing.ReturnRule.SUPPORTED for line in self.lines)


def basket_view(basket_id: int, *, now: datetime) -> BasketView:
    """The basket as it stands. One statement for the lines, one for the note."""
    rows = (
        Line.objects.filter(basket_id=basket_id)
        .select_related(
            "stockrecord__partner",
            "product__listing__vendor",
            "product__listing__village__storefront",
            "product__listing__village__town__storefront",
        )
        .order_by("product__listing__vendor_id", "pk")
    )
    note = BasketOwner.objects.filter(basket_id=basket_id).values_list("merge_note", flat=True).first()
    return BasketView(
        basket_id=basket_id, lines=tuple(_line(row, now) for row in rows), merge_note=tuple(note or ())
    )


def shown_as(view: BasketView, freight: dict[int, Decimal]) -> str:
    """A digest of what the buyer was shown: each product, quantity and price, and each freight.

    Placing takes it back and refuses when anything moved, so that only what was shown is charged.
    """
    parts = [f"{line.product_id}x{line.quantity}@{line.unit_price}" for line in view.lines]
    parts += [f"v{vendor_id}:{amount}" for vendor_id, amount in sorted(freight.items())]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def _line(row: Line, now: datetime) -> BasketLine:
    listing: Listing = row.product.listing
    storefront = selling_storefront(listing)
    closed = storefront is not None and is_closed(storefront, now=now)
    stockrecord = row.stockrecord
    return BasketLine(
        line_id=row.pk,
        product_id=row.product_id,
        slug=row.product.slug,
        stockrecord_id=row.stockrecord_id,
        partner_id=stockrecord.partner_id,
        partner_name=stockrecord.partner.name,
        partner_sku=stockrecord.partner_sku,
        vendor_id=listing.vendor_id,
        household_id=listing.vendor.household_id,
        village_code=listing.village_id,
        village=f"{listing.village.town.name} {listing.village.short_name}",
        village_en=f"{listing.village.name_en}, {listing.village.town.name_en}",
        shop_name=listing.vendor.shop_name,
        shop_name_en=listing.vendor.shop_name_en or listing.vendor.shop_name,
        title=row.product.title,
        title_en=listing.title_en,
        spec=listing.spec,
        spec_en=listing.spec_en,
        picture=listing.picture,
        net_weight_g=listing.net_weight_g,
        freight_class=listing.freight_class,
        packing_cost=listing.packing_cost,
        return_rule=listing.return_rule,
        claim_window=listing.claim_window,
        ship_within_hours=listing.hours_to_ship(now),
        unit_price=stockrecord.price,
        price_before=row.price_incl_tax if row.price_incl_tax != stockrecord.price else None,
        quantity=row.quantity,
        free=max(stockrecord.num_in_stock - stockrecord.num_allocated, 0),
        closed_storefront=storefront.name if closed and storefront is not None else "",
        is_withdrawn=not closed and not can_be_bought(listing, now=now),
    )
