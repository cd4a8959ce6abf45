"""Stock: received, held, taken, given back. The caller has the transaction; see docs/locking.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from vendors.locks import lock_stock
from vendors.models import StockHold, StockMovement
from vendors.partner.models import StockRecord


class OutOfStock(DomainError):
    """Too little is left of at least one product. `short` are the stock records concerned."""

    def __init__(self, short: frozenset[int]) -> None:
        super().__init__(_("有商品刚刚售出，库存不足。请调整数量后再提交。"), code="out_of_stock")
        self.short = short


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many steps of one stock record."""

    stockrecord_id: int
    quantity: int


def receive(
    *,
    stockrecord_id: int,
    quantity: int,
    source: str,
    actor_label: str,
    now: datetime,
    packing_id: int | None = None,
) -> None:
    """Adds what came in. The same source counts once; a lot-sold product receives from a packing only.

    Raises:
        IntegrityError: `stock_movement_has_one_source`, the source was booked before;
            `stock_of_a_lot_sold_product_comes_from_a_lot`, no packing is named.
    """
    StockMovement.objects.create(
        stockrecord_id=stockrecord_id,
        kind=StockMovement.Kind.RECEIVED,
        quantity=quantity,
        source=source,
        packing_id=packing_id,
        at=now,
        actor_label=actor_label,
    )
    StockRecord.objects.filter(pk=stockrecord_id).update(num_in_stock=F("num_in_stock") + quantity)


def lose(*, stockrecord_id: int, quantity: int, source: str, actor_label: str, now: datetime) -> None:
    """Takes away what spoiled or was found missing; what is held for buyers stays untouched.

    Raises:
        OutOfStock: less than that is free.
    """
    lock_stock([stockrecord_id])
    changed = StockRecord.objects.filter(
        pk=stockrecord_id, num_in_stock__gte=F("num_allocated") + quantity
    ).update(num_in_stock=F("num_in_stock") - quantity)
    if not changed:
        raise OutOfStock(frozenset({stockrecord_id}))
    _book(
        kind=StockMovement.Kind.LOST,
        rows=[Wanted(stockrecord_id, quantity)],
        source=source,
        by=actor_label,
        now=now,
    )


def hold(*, source: str, wanted: Sequence[Wanted], now: datetime) -> None:
    """Holds all of it or nothing: rows are locked in primary-key order, then one guarded UPDATE.

    Raises:
        OutOfStock: at least one row has too little; the caller's transaction must roll back.
    """
    rows = sorted(_summed(wanted), key=lambda row: row.stockrecord_id)
    lock_stock([row.stockrecord_id for row in rows])
    values = ", ".join(["(%s::bigint, %s::integer)"] * len(rows))
    parameters = [part for row in rows for part in (row.stockrecord_id, row.quantity)]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE partner_stockrecord AS stock"  # noqa: S608  only placeholders are put in
            " SET num_allocated = stock.num_allocated + wanted.quantity"
            f" FROM (VALUES {values}) AS wanted (id, quantity)"
            " WHERE stock.id = wanted.id AND stock.num_in_stock - stock.num_allocated >= wanted.quantity"
            " RETURNING stock.id",
            parameters,
        )
        held = {row[0] for row in cursor.fetchall()}
    short = frozenset(row.stockrecord_id for row in rows) - held
    if short:
        raise OutOfStock(short)
    StockHold.objects.bulk_create(
        [
            StockHold(stockrecord_id=row.stockrecord_id, source=source, quantity=row.quantity, made_at=now)
            for row in rows
        ]
    )


def release(*, source: str, wanted: Sequence[Wanted] | None = None) -> None:
    """Gives held stock back for sale: all that is left of the hold, or `wanted` of it.

    Raises:
        IntegrityError: `stock_hold_ends_once`, more than was held.
    """
    for stock_hold, quantity in _open_parts(source, wanted):
        StockHold.objects.filter(pk=stock_hold.pk).update(released=F("released") + quantity)
        StockRecord.objects.filter(pk=stock_hold.stockrecord_id).update(
            num_allocated=F("num_allocated") - quantity
        )


def take(*, source: str, sold_as: str, wanted: Sequence[Wanted], actor_label: str, now: datetime) -> None:
    """Turns held stock into sold stock when it leaves the house. `sold_as` is counted once.

    Raises:
        IntegrityError: `stock_hold_ends_once`, more than was held.
    """
    parts = list(_open_parts(source, wanted))
    for stock_hold, quantity in parts:
        StockHold.objects.filter(pk=stock_hold.pk).update(taken=F("taken") + quantity)
        StockRecord.objects.filter(pk=stock_hold.stockrecord_id).update(
            num_allocated=F("num_allocated") - quantity, num_in_stock=F("num_in_stock") - quantity
        )
    rows = [Wanted(stock_hold.stockrecord_id, quantity) for stock_hold, quantity in parts]
    _book(kind=StockMovement.Kind.SOLD, rows=rows, source=sold_as, by=actor_label, now=now)


def put_back(*, wanted: Sequence[Wanted], source: str, actor_label: str, now: datetime) -> None:
    """Adds goods that came back and can be sold again. The same source counts once."""
    rows = sorted(_summed(wanted), key=lambda row: row.stockrecord_id)
    lock_stock([row.stockrecord_id for row in rows])
    _book(kind=StockMovement.Kind.RETURNED, rows=rows, source=source, by=actor_label, now=now)
    for row in rows:
        StockRecord.objects.filter(pk=row.stockrecord_id).update(
            num_in_stock=F("num_in_stock") + row.quantity
        )


def _open_parts(source: str, wanted: Sequence[Wanted] | None) -> Iterable[tuple[StockHold, int]]:
    """The holds of a source with the quantity to end now; stock rows first locked in primary-key order."""
    holds = StockHold.objects.filter(source=source).order_by("stockrecord_id")
    asked = None if wanted is None else {row.stockrecord_id: row.quantity for row in _summed(wanted)}
    ids = list(holds.values_list("stockrecord_id", flat=True))
    lock_stock([pk for pk in ids if asked is None or pk in asked])
    for stock_hold in holds.select_for_update():
        left = stock_hold.quantity - stock_hold.taken - stock_hold.released
        quantity = left if asked is None else asked.get(stock_hold.stockrecord_id, 0)
        if quantity:
            yield stock_hold, quantity


def _summed(wanted: Sequence[Wanted]) -> list[Wanted]:
    quantities: dict[int, int] = {}
    for row in wanted:
        quantities[row.stockrecord_id] = quantities.get(row.stockrecord_id, 0) + row.quantity
    return [Wanted(pk, quantity) for pk, quantity in quantities.items() if quantity]


def _book(*, kind: StockMovement.Kind, rows: Sequence[Wanted], source: str, by: str, now: datetime) -> None:
    StockMovement.objects.bulk_create(
        [
            StockMovement(
                stockrecord_id=row.stockrecord_id,
                kind=kind,
                quantity=row.quantity,
                source=source,
                at=now,
                actor_label=by,
            )
            for row in rows
        ]
    )
