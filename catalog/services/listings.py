"""Lists goods for sale. Each change grows the version of the storefronts that show it."""

from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.models import Product, ProductClass

from catalog.models import Label, Listing, Storefront
from catalog.services.papers import papers_until
from catalog.services.search import index_listing
from common.audit import Actor, record
from common.errors import DomainError
from vendors.models import Vendor
from vendors.partner.models import StockRecord
from vendors.services import stock

_TITLE_MAX = 255
_SLUG_MAX = 80


@dataclass(frozen=True, slots=True)
class LabelData:
    """What the label of prepackaged food says beside name, net content and storage (Food Safety Law art. 67)."""

    ingredients: str
    producer: str
    producer_address: str
    producer_contact: str
    shelf_life: str
    standard_code: str
    production_licence: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a vendor says of a pack. Price and packing cost in yuan, weight in grams."""

    title: str
    title_en: str
    summary: str
    summary_en: str
    category: Listing.Category
    product_class: Listing.ProductClass
    return_rule: Listing.ReturnRule
    spec: str
    spec_en: str
    net_weight_g: int
    price: Decimal
    picture: str
    packing_cost: Decimal = Decimal("0.00")
    ship_within_hours: int = 48
    freight_class: Listing.FreightClass = Listing.FreightClass.NORMAL
    storage: str = ""
    storage_en: str = ""
    season: tuple[int, int] | None = None
    crop: str = ""
    ready_on: date | None = None
    label: LabelData | None = None


def is_sold_from_lots(vendor: Vendor, product_class: Listing.ProductClass) -> bool:
    """Whether stock may only come from supply lots: what an operator buys in from households or makes of it."""
    classes = Listing.ProductClass
    return vendor.kind != Vendor.Kind.HOUSEHOLD and product_class in {
        classes.BOUGHT_PRODUCE,
        classes.PROCESSED,
    }


@transaction.atomic
def list_product(*, vendor: Vendor, draft: Draft, quantity: int, actor: Actor, now: datetime) -> Listing:
    """A listing on sale with so many packs in stock; a lot-sold one begins empty and is filled by `pack_lot`.

    Raises:
        DomainError: no title, packs that come from no lot, or a paper or label that its class asks for is missing.
    """
    from_lots = is_sold_from_lots(vendor, draft.product_class)
    if from_lots and quantity:
        raise DomainError(_("这件商品只能从收购批次分装入库。"), code="stock_comes_from_lots")
    if not draft.title.strip() or len(draft.title) > _TITLE_MAX:
        raise DomainError(_("请填写商品名称，不超过255个字。"), code="bad_title")
    product = Product.objects.create(
        structure=Product.STANDALONE,
        title=draft.title,
        slug=slug_of(draft.title),
        description=draft.summary,
        product_class=_product_class(),
        is_public=True,
    )
    StockRecord.objects.create(
        product=product,
        partner=vendor.partner,
        partner_sku=f"p{product.pk}",
        price=draft.price,
        price_currency="CNY",
        num_in_stock=0,
        num_allocated=0,
        from_lots=from_lots,
    )
    listing = Listing.objects.create(
        product=product,
        vendor=vendor,
        village_id=vendor.village_id,
        title_en=draft.title_en,
        summary=draft.summary,
        summary_en=draft.summary_en,
        category=draft.category,
        product_class=draft.product_class,
        return_rule=draft.return_rule,
        spec=draft.spec,
        spec_en=draft.spec_en,
        net_weight_g=draft.net_weight_g,
        packing_cost=draft.packing_cost,
        ship_within_hours=draft.ship_within_hours,
        freight_class=draft.freight_class,
        storage=draft.storage,
        storage_en=draft.storage_en,
        season_from=draft.season[0] if draft.season else None,
        season_to=draft.season[1] if draft.season else None,
        picture=draft.picture,
        crop=draft.crop,
        ready_on=draft.ready_on,
        published_at=now,
    )
    if draft.label is not None:
        write_label(listing=listing, label=draft.label)
    put_on_sale(listing=listing, now=now)
    if quantity:
        restock(listing=listing, quantity=quantity, source=f"listing:{product.pk}", actor=actor, now=now)
    index_listing(listing.pk)
    touch_storefronts(listing)
    record(actor=actor, action="list_product", object_kind="listing", object_id=product.pk, now=now)
    return listing


def slug_of(title: str) -> str:
    """A readable piece of the address; empty titles of signs alone still get one (B101)."""
    return slugify(title, allow_unicode=True)[:_SLUG_MAX].strip("-") or "product"


@transaction.atomic
def restock(*, listing: Listing, quantity: int, source: str, actor: Actor, now: datetime) -> None:
    """Adds packs; the same source counts once.

    Raises:
        DomainError: the product is sold from lots: `pack_lot` fills it.
    """
    stockrecord = StockRecord.objects.get(product_id=listing.pk)
    if stockrecord.from_lots:
        raise DomainError(_("这件商品只能从收购批次分装入库。"), code="stock_comes_from_lots")
    stock.receive(
        stockrecord_id=stockrecord.pk, quantity=quantity, source=source, actor_label=actor.label, now=now
    )
    touch_storefronts(listing)


@transaction.atomic
def change_price(*, listing: Listing, price: Decimal, actor: Actor, now: datetime) -> None:
    """A new price from now on; baskets say so once, orders placed keep theirs."""
    if price <= 0:
        raise DomainError(_("价格须大于零。"), code="bad_price")
    StockRecord.objects.filter(product_id=listing.pk).update(price=price, date_updated=now)
    touch_storefronts(listing)
    record(
        actor=actor,
        action="change_price",
        object_kind="listing",
        object_id=listing.pk,
        now=now,
        detail={"price": str(price)},
    )


@transaction.atomic
def set_state(*, listing: Listing, state: Listing.State, actor: Actor, now: datetime) -> None:
    """Pause, resume or withdraw. Nothing is deleted: what was sold keeps its page in the order.

    Raises:
        DomainError: to be resumed without the papers of its class.
    """
    if state == Listing.State.ON_SALE:
        put_on_sale(listing=listing, now=now)
    else:
        take_off_sale(listing=listing, papers_until=None, state=state)
    record(actor=actor, action=f"listing_{state}", object_kind="listing", object_id=listing.pk, now=now)


@transaction.atomic
def put_on_sale(*, listing: Listing, now: datetime) -> None:
    """On sale from now on, with its papers in date.

    Raises:
        DomainError: a paper or the label that its class asks for is missing.
    """
    listing.papers_until = papers_until(listing, now=now)
    listing.state, listing.on_sale_since = Listing.State.ON_SALE, now
    listing.save(update_fields=["state", "on_sale_since", "papers_until"])
    Product.objects.filter(pk=listing.pk).update(is_public=True)
    touch_storefronts(listing)


@transaction.atomic
def take_off_sale(
    *, listing: Listing, papers_until: date | None, state: Listing.State = Listing.State.PAUSED
) -> None:
    """Off sale; `papers_until` is set only where papers are the cause, so that renewing them brings it back."""
    listing.state, listing.papers_until = state, papers_until
    listing.save(update_fields=["state", "papers_until"])
    Product.objects.filter(pk=listing.pk).update(is_public=False)
    touch_storefronts(listing)


def write_label(*, listing: Listing, label: LabelData) -> Label:
    """What its label says.

    Raises:
        DomainError: a part is missing; the law asks for all of them.
    """
    if not all(part.strip() for part in astuple(label)):
        raise DomainError(_("标签信息须填写完整。"), code="label_incomplete")
    made, _is_new = Label.objects.update_or_create(listing=listing, defaults=asdict(label))
    return made


def touch_storefronts(listing: Listing) -> None:
    """Grows the version that cached shelves carry: the village's and its town's."""
    Storefront.objects.filter(Q(village_id=listing.village_id) | Q(town__villages=listing.village_id)).update(
        version=F("version") + 1
    )


def _product_class() -> ProductClass:
    product_class, _made = ProductClass.objects.get_or_create(
        slug="farm-produce", defaults={"name": "farm produce", "requires_shipping": True, "track_stock": True}
    )
    return product_class
