"""What a seller changes from the list with one tap: once for a submission, and undone within a minute."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.models import Product

from catalog.locks import lock_change
from catalog.models import Listing, ListingChange
from catalog.queries.goods import UNDO_WITHIN
from catalog.services.drafts import MOST_PACKS, MOST_PRICE
from catalog.services.listings import change_price, restock, set_state, touch_storefronts
from catalog.services.search import index_listing
from common.audit import Actor, record
from common.errors import DomainError
from common.idempotency import claim
from vendors.locks import lock_stock
from vendors.partner.models import StockRecord
from vendors.services import stock

Kind = ListingChange.Kind
_TITLE_MAX = 60
_SUMMARY_MAX = 500


@transaction.atomic
def add_packs(*, listing: Listing, quantity: int, submission: str, actor: Actor, now: datetime) -> bool:
    """So many packs more, counted once for a submission; False when it was counted before.

    Raises:
        DomainError: the number cannot be, or the product is filled from lots only.
    """
    if not 1 <= quantity <= MOST_PACKS:
        raise DomainError(_("数量请填1到9999。"), code="bad_quantity")
    if _is_known(listing, submission, now):
        return False
    change = _note(listing, Kind.ADDED, ("0", str(quantity)), actor, now)
    restock(listing=listing, quantity=quantity, source=f"desk:{change.pk}", actor=actor, now=now)
    return True


@transaction.atomic
def sell_out(*, listing: Listing, submission: str, actor: Actor, now: datetime) -> bool:
    """Nothing more to sell: what is free is taken out, what is held for buyers stays. False when nothing was free."""
    if _is_known(listing, submission, now):
        return False
    row = _locked(listing)
    free = row.num_in_stock - row.num_allocated
    if row.from_lots:
        raise DomainError(_("这件商品的库存由收购批次决定。"), code="stock_comes_from_lots")
    if free <= 0:
        return False
    change = _note(listing, Kind.SOLD_OUT, (str(free), "0"), actor, now)
    stock.lose(
        stockrecord_id=row.pk, quantity=free, source=f"desk:{change.pk}", actor_label=actor.label, now=now
    )
    touch_storefronts(listing)
    return True


@transaction.atomic
def set_price(*, listing: Listing, price: Decimal, actor: Actor, now: datetime) -> bool:
    """A new price from now on; False when it was the price already.

    Raises:
        DomainError: it is not above zero, or does not cover the packing.
    """
    if not listing.packing_cost < price <= MOST_PRICE:
        raise DomainError(_("价格须比包装费高，不超过99999元。"), code="bad_price")
    row = _locked(listing)
    if row.price == price:
        return False
    _note(listing, Kind.PRICE, (str(row.price), str(price)), actor, now)
    change_price(listing=listing, price=price, actor=actor, now=now)
    return True


@transaction.atomic
def move_to(*, listing: Listing, state: Listing.State, actor: Actor, now: datetime) -> bool:
    """Paused, or on sale again; False when it is so already.

    Raises:
        DomainError: it was taken off for good, or lacks a paper of its class.
    """
    current = Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    if current.state == state:
        return False
    if current.state not in {Listing.State.ON_SALE, Listing.State.PAUSED}:
        raise DomainError(_("这件商品已经下架，请重新上架一件。"), code="withdrawn")
    _note(listing, Kind.STATE, (current.state, state), actor, now)
    set_state(listing=current, state=state, actor=actor, now=now)
    return True


@transaction.atomic
def change_words(*, listing: Listing, title: str, summary: str, actor: Actor, now: datetime) -> None:
    """Title and words alone: price, stock and state are never written back from a page that is old.

    Raises:
        DomainError: no title, or too long.
    """
    title, summary = " ".join(title.split()), summary.strip()
    if not title or len(title) > _TITLE_MAX:
        raise DomainError(_("名称请写1到60个字。"), code="bad_title")
    if len(summary) > _SUMMARY_MAX:
        raise DomainError(_("介绍请不超过500个字。"), code="bad_summary")
    Product.objects.filter(pk=listing.pk).update(title=title, description=summary)
    Listing.objects.filter(pk=listing.pk).update(summary=summary)
    index_listing(listing.pk)
    touch_storefronts(listing)
    record(actor=actor, action="change_words", object_kind="listing", object_id=listing.pk, now=now)


@transaction.atomic
def undo(*, change_id: int, actor: Actor, now: datetime) -> None:
    """Sets the earlier value back, if nothing else came after; undone twice, it is undone once.

    Raises:
        DomainError: it is older than a minute, or the value has moved since.
    """
    change = lock_change(change_id)
    if change.undone_at is not None:
        return
    if now - change.made_at > UNDO_WITHIN:
        raise DomainError(_("已经过了一分钟，请直接改。"), code="too_late")
    listing = change.listing
    if ListingChange.objects.filter(listing=listing, pk__gt=change.pk, undone_at__isnull=True).exists():
        raise _moved()
    row = _locked(listing)
    match change.kind:
        case Kind.PRICE:
            if row.price != Decimal(change.after):
                raise _moved()
            change_price(listing=listing, price=Decimal(change.before), actor=actor, now=now)
        case Kind.STATE:
            if listing.state != change.after:
                raise _moved()
            set_state(listing=listing, state=Listing.State(change.before), actor=actor, now=now)
        case Kind.ADDED:
            packs = int(change.after)
            if row.num_in_stock - row.num_allocated < packs:
                raise DomainError(_("加的货已经有人买了，请用“卖完了”。"), code="moved")
            stock.lose(
                stockrecord_id=row.pk,
                quantity=packs,
                source=f"undo:{change.pk}",
                actor_label=actor.label,
                now=now,
            )
        case _sold_out:
            restock(
                listing=listing,
                quantity=int(change.before),
                source=f"undo:{change.pk}",
                actor=actor,
                now=now,
            )
    touch_storefronts(listing)
    change.undone_at = now
    change.save(update_fields=["undone_at"])


def _is_known(listing: Listing, submission: str, now: datetime) -> bool:
    return claim(scope="goods", key=f"{listing.pk}:{submission}"[:64], now=now) is not None


def _locked(listing: Listing) -> StockRecord:
    row: StockRecord = StockRecord.objects.get(product_id=listing.pk)
    lock_stock([row.pk])
    row.refresh_from_db()
    return row


def _note(
    listing: Listing, kind: ListingChange.Kind, moved: tuple[str, str], actor: Actor, now: datetime
) -> ListingChange:
    before, after = moved
    record(
        actor=actor,
        action=f"goods_{kind}",
        object_kind="listing",
        object_id=listing.pk,
        now=now,
        detail={"before": before, "after": after},
    )
    return ListingChange.objects.create(
        listing=listing, kind=kind, before=before, after=after, made_at=now, made_by=actor.label
    )


def _moved() -> DomainError:
    return DomainError(_("这之后又有改动，请直接改。"), code="moved")
