"""The basket: one open basket a person or browser, quantities changed in place."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.models import Basket, Line

from accounts.models import User
from catalog.queries.products import can_be_bought
from common.errors import DomainError
from orders.locks import lock_baskets_of, lock_open_basket
from orders.models import BasketOwner
from vendors.partner.models import StockRecord

MOST_OF_ONE = 999
MOST_MERGE_TRIES = 3


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose basket: a signed-in person, or a browser by its secret key."""

    user: User | None
    key: str | None


def new_key() -> str:
    """A fresh secret for an anonymous basket."""
    return secrets.token_urlsafe(24)


def clean_quantity(text: str) -> int:
    """A whole number of packs from 1 to 999.

    Raises:
        DomainError: it is anything else; the sentence says what is expected.
    """
    try:
        quantity = int(text.strip())
    except ValueError:
        quantity = 0
    if not 1 <= quantity <= MOST_OF_ONE:
        raise DomainError(_("数量请填写1到999之间的整数。"), code="bad_quantity")
    return quantity


def open_basket(visitor: Visitor) -> int:
    """The id of the visitor's open basket, made when there is none. Safe against two first adds at once."""
    found = find_basket(visitor)
    if found is not None:
        return found
    with transaction.atomic():
        basket = Basket.objects.create(owner=visitor.user)
        owner, made = BasketOwner.objects.get_or_create(**_owner(visitor), defaults={"basket": basket})
        if not made:
            basket.delete()
    return int(owner.basket_id)


def find_basket(visitor: Visitor) -> int | None:
    """The id of the open basket, if there is one."""
    if visitor.user is None and not visitor.key:
        return None
    return BasketOwner.objects.filter(**_owner(visitor)).values_list("basket_id", flat=True).first()


@transaction.atomic
def add(*, basket_id: int, product_id: int, quantity: int, now: datetime) -> None:
    """Adds packs of a product. What is sold out or not for sale is refused at once, not only at checkout.

    Raises:
        DomainError: no such product, it cannot be bought now, it would be more than 999 of one, or the basket
            was submitted or merged meanwhile.
    """
    lock_open_basket(basket_id)
    stockrecord = (
        StockRecord.objects.select_related(
            "product__listing__vendor",
            "product__listing__village__storefront",
            "product__listing__village__town__storefront",
        )
        .filter(product_id=product_id, product__listing__isnull=False)
        .first()
    )
    if stockrecord is None:
        raise DomainError(_("没有找到这件商品。"), code="unknown")
    if not can_be_bought(stockrecord.product.listing, now=now):
        raise DomainError(_("这件商品现在不能购买。"), code="not_for_sale")
    if stockrecord.num_in_stock <= stockrecord.num_allocated:
        raise DomainError(_("这件商品卖完了。"), code="sold_out")
    line, made = Line.objects.get_or_create(
        basket_id=basket_id,
        line_reference=f"{product_id}",
        defaults={
            "product_id": product_id,
            "stockrecord": stockrecord,
            "quantity": quantity,
            "price_currency": "CNY",
            "price_excl_tax": stockrecord.price,
            "price_incl_tax": stockrecord.price,
        },
    )
    if made:
        return
    changed = Line.objects.filter(pk=line.pk, quantity__lte=MOST_OF_ONE - quantity).update(
        quantity=F("quantity") + quantity
    )
    if not changed:
        raise DomainError(_("同一件商品一次最多买999份。"), code="bad_quantity")


@transaction.atomic
def set_quantity(*, basket_id: int, line_id: int, quantity: int) -> None:
    """Sets the quantity of a line of this basket; a line that is not in it changes nothing.

    Raises:
        DomainError: the basket was submitted or merged meanwhile.
    """
    lock_open_basket(basket_id)
    Line.objects.filter(basket_id=basket_id, pk=line_id).update(quantity=quantity)


@transaction.atomic
def remove(*, basket_id: int, line_id: int) -> None:
    """Takes a line out of this basket.

    Raises:
        DomainError: the basket was submitted or merged meanwhile.
    """
    lock_open_basket(basket_id)
    Line.objects.filter(basket_id=basket_id, pk=line_id).delete()


def merge_on_sign_in(*, user: User, key: str | None) -> bool:
    """Puts the browser's basket into the person's. Of a product in both, the larger quantity stays.

    Quantities are not added together: nobody silently pays for three (B013). Returns whether anything of
    the browser's basket met an older one, so that the basket page can say so.
    """
    if not key:
        return False
    for left in reversed(range(MOST_MERGE_TRIES)):
        try:
            with transaction.atomic():
                owners = lock_baskets_of(user=user, key=key)
                if owners is not None:
                    return _merged(owners, user=user, key=key)
        except IntegrityError:
            # Another tab opened a basket for the same person between the look and the write.
            if not left:
                raise
    return False


def _merged(owners: Sequence[BasketOwner], *, user: User, key: str) -> bool:
    owner = next((row for row in owners if row.key == key), None)
    theirs = next((row for row in owners if row.user_id == user.pk), None)
    if owner is None:
        return False
    if theirs is None:
        BasketOwner.objects.filter(pk=owner.pk).update(user=user, key=None)
        Basket.objects.filter(pk=owner.basket_id).update(owner=user)
        return False
    older = {line.line_reference: line for line in Line.objects.filter(basket_id=theirs.basket_id)}
    notes = []
    for line in Line.objects.filter(basket_id=owner.basket_id).select_related("product"):
        known = older.get(line.line_reference)
        if known is None:
            Line.objects.filter(pk=line.pk).update(basket_id=theirs.basket_id)
            notes.append({"title": line.product.title, "kept": line.quantity, "before": 0})
            continue
        kept = max(known.quantity, line.quantity)
        Line.objects.filter(pk=known.pk).update(quantity=kept)
        notes.append({"title": line.product.title, "kept": kept, "before": known.quantity})
    was_mixed = bool(older) and bool(notes)
    if was_mixed:
        BasketOwner.objects.filter(pk=theirs.pk).update(merge_note=notes)
    Basket.objects.filter(pk=owner.basket_id).delete()
    return was_mixed


def see_prices(basket_id: int, prices: Mapping[int, Decimal]) -> None:
    """Notes that the buyer was shown these prices of these lines, in yuan, so that a change is told once."""
    for line_id, price in prices.items():
        Line.objects.filter(basket_id=basket_id, pk=line_id).update(
            price_incl_tax=price, price_excl_tax=price
        )


def forget_merge_note(basket_id: int) -> None:
    """The note was read."""
    BasketOwner.objects.filter(basket_id=basket_id).update(merge_note=[])


def _owner(visitor: Visitor) -> dict[str, User | str | None]:
    return {"user": visitor.user} if visitor.user is not None else {"key": visitor.key}
