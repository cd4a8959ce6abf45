"""Supply lots: entered, mended, received, packed from, paid, dropped. The caller has the transaction and the lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from common.clock import local_day
from common.errors import DomainError
from common.money import FEN, divide, rounded, total
from households.models import Household
from vendors.locks import lock_vendor
from vendors.models import SupplyLot, SupplyPacking, SupplyShare, Vendor

State = SupplyLot.State
G_IN_KG = 1000
# What the column holds: 2,147 tonnes.
MOST_G = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one household brought, in grams."""

    household_id: int
    grams: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery as it was weighed: what it is, yuan per kilogram, who brought how much."""

    what: str
    what_en: str
    price_per_kg: Decimal
    shares: Sequence[Delivered]


def lot_amount(price_per_kg: Decimal, grams: int) -> Decimal:
    """Yuan for so many grams: rounded to the fen once for the whole lot, halves away from zero."""
    return rounded(price_per_kg * grams / G_IN_KG)


def enter(*, operator: Vendor, delivery: Delivery, now: datetime) -> SupplyLot:
    """A draft with its shares; its number counts the operator's lots of that day.

    Raises:
        DomainError: the seller is a household, or weights or price make no sense.
    """
    locked = lock_vendor(operator.pk)
    if locked.kind == Vendor.Kind.HOUSEHOLD:
        raise DomainError(_("农户自产自销，不建收购批次。"), code="not_an_operator")
    grams = _checked(delivery)
    day = f"{local_day(now):%y%m%d}"
    earlier = SupplyLot.objects.filter(operator=locked, number__startswith=f"L{day}-").count()
    lot = SupplyLot.objects.create(
        number=f"L{day}-{locked.pk}-{earlier + 1}",
        operator=locked,
        what=delivery.what.strip(),
        what_en=delivery.what_en.strip(),
        price_per_kg=delivery.price_per_kg,
        grams=grams,
        amount=lot_amount(delivery.price_per_kg, grams),
        entered_at=now,
    )
    _write_shares(lot, delivery)
    return lot


def mend(*, lot: SupplyLot, delivery: Delivery) -> None:
    """Other weights, price or households, while it is a draft.

    Raises:
        DomainError: it is no draft any more, or weights or price make no sense.
    """
    if lot.state != State.DRAFT:
        raise wrong_state()
    grams = _checked(delivery)
    lot.what, lot.what_en = delivery.what.strip(), delivery.what_en.strip()
    lot.price_per_kg, lot.grams = delivery.price_per_kg, grams
    lot.amount = lot_amount(delivery.price_per_kg, grams)
    lot.save(update_fields=["what", "what_en", "price_per_kg", "grams", "amount"])
    lot.shares.all().delete()
    _write_shares(lot, delivery)


def receive(*, lot: SupplyLot, now: datetime) -> None:
    """Weighed and taken over: weights and price are frozen from now on.

    Raises:
        DomainError: it was received or dropped before.
    """
    if lot.state != State.DRAFT:
        raise wrong_state()
    lot.state, lot.received_at = State.RECEIVED, now
    lot.save(update_fields=["state", "received_at"])


def void(*, lot: SupplyLot, reason: str) -> None:
    """Entered by mistake: dropped with a reason, before anything was packed or paid. Its rows stay.

    Raises:
        DomainError: something was packed or paid, or no reason is given.
    """
    if lot.state not in {State.DRAFT, State.RECEIVED}:
        raise wrong_state()
    if lot.packed_g:
        raise DomainError(_("这批货已经有一部分分装入库，不能作废。"), code="already_packed")
    if not reason.strip():
        raise DomainError(_("请写明作废原因。"), code="no_reason")
    lot.state, lot.void_reason = State.VOID, reason.strip()
    lot.save(update_fields=["state", "void_reason"])


def take(*, lot: SupplyLot, grams: int) -> None:
    """Takes grams out of the lot by one guarded UPDATE; a CHECK stands behind it.

    Raises:
        DomainError: it is not received, or less than that is left.
    """
    changed = SupplyLot.objects.filter(
        pk=lot.pk, state__in=[State.RECEIVED, State.PAID], grams__gte=F("packed_g") + grams
    ).update(packed_g=F("packed_g") + grams)
    if changed:
        return
    if lot.state not in {State.RECEIVED, State.PAID}:
        raise DomainError(_("这批货还没有收货，不能分装。"), code="not_received")
    raise DomainError(_("这批货剩下的重量不够分装这么多份。"), code="lot_too_small")


def pack(
    *, lot: SupplyLot, stockrecord_id: int, packs: int, pack_g: int, by: str, now: datetime
) -> SupplyPacking:
    """So many packs out of the lot; the caller puts them into stock.

    Raises:
        DomainError: nothing to pack, not received, or less than that is left.
    """
    grams = packs * pack_g
    if not 0 < grams <= MOST_G:
        raise DomainError(_("请填写要分装的份数。"), code="nothing_to_pack")
    take(lot=lot, grams=grams)
    return SupplyPacking.objects.create(
        lot=lot,
        stockrecord_id=stockrecord_id,
        packs=packs,
        pack_g=pack_g,
        grams=grams,
        packed_at=now,
        actor_label=by,
    )


def paid(*, lot: SupplyLot, now: datetime) -> None:
    """Its households have their money.

    Raises:
        DomainError: it was not received, or was paid before.
    """
    if lot.state != State.RECEIVED:
        raise wrong_state()
    lot.state, lot.paid_at = State.PAID, now
    lot.save(update_fields=["state", "paid_at"])


def wrong_state() -> DomainError:
    """Somebody was faster, or the page was old."""
    return DomainError(_("这批货的状态已经改变，请刷新后再看。"), code="wrong_state")


def _checked(delivery: Delivery) -> int:
    """The weight of it all, in grams."""
    if not delivery.what.strip():
        raise DomainError(_("请填写收购的是什么。"), code="no_name")
    price = delivery.price_per_kg
    if price <= 0 or price != price.quantize(FEN):
        raise DomainError(_("请填写每千克的收购价，最多两位小数。"), code="bad_price")
    if not delivery.shares or any(share.grams <= 0 for share in delivery.shares):
        raise DomainError(_("请填写每一户交来的重量，须大于零。"), code="bad_weight")
    if len({share.household_id for share in delivery.shares}) < len(delivery.shares):
        raise DomainError(_("同一户在一批里只能填一行，请合计后再填。"), code="household_twice")
    grams = sum(share.grams for share in delivery.shares)
    if grams > MOST_G:
        raise DomainError(_("一批货太重了，请分成几批登记。"), code="lot_too_heavy")
    return grams


def _write_shares(lot: SupplyLot, delivery: Delivery) -> None:
    """Each household's part by weight with the largest remainder; they sum to the lot's amount exactly."""
    ids = [share.household_id for share in delivery.shares]
    villages = dict(Household.objects.filter(pk__in=ids).values_list("pk", "village_id"))
    if len(villages) < len(ids):
        raise DomainError(_("名单里有一户不在农户登记中。"), code="unknown_household")
    amounts = divide(lot.amount, [share.grams for share in delivery.shares])
    shares = [
        SupplyShare(
            lot=lot,
            household_id=share.household_id,
            village_id=villages[share.household_id],
            grams=share.grams,
            amount=amount,
        )
        for share, amount in zip(delivery.shares, amounts, strict=True)
    ]
    SupplyShare.objects.bulk_create(shares)
    if total([share.amount for share in shares]) != lot.amount:
        raise ValueError("the shares do not sum to the lot")
