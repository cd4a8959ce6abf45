"""Packing: stock of lot-sold goods comes from lots only, never more than was received."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import F

from catalog.models import Listing
from catalog.services.listings import list_product, restock
from common.audit import DEMO
from common.errors import DomainError
from flow.pack_lot import pack_lot
from flow.supply_lot import receive_lot
from income.prove import prove
from tests.flow.test_story import NOW, listing, seller
from tests.supply.lots import ZHILIAO, cooperative, entered, household, packed, received, rice, rice_draft
from tests.supply.test_lots import refused_by
from vendors.models import StockMovement, SupplyLot, SupplyPacking
from vendors.partner.models import StockRecord

pytestmark = pytest.mark.django_db


def on_hand(product: Listing) -> int:
    return StockRecord.objects.values_list("num_in_stock", flat=True).get(product_id=product.pk)


def test_packs_come_into_stock_from_the_lot() -> None:
    operator = cooperative()
    product = rice(operator)
    assert on_hand(product) == 0
    lot = received(operator, [(household("T1"), 52_000)])
    made = packed(lot, product, 4)
    movement = StockMovement.objects.get()
    assert (movement.kind, movement.quantity, movement.packing, movement.source) == (
        "received",
        4,
        made,
        f"lot:{lot.number}:{made.pk}",
    )
    packed(lot, product, 6)
    lot.refresh_from_db()
    assert (on_hand(product), lot.packed_g, lot.left_g) == (10, 50_000, 2_000)
    with pytest.raises(DomainError, match="lot_too_small"):
        packed(lot, product, 1)
    assert (on_hand(product), SupplyPacking.objects.count()) == (10, 2)
    assert refused_by(lambda: SupplyLot.objects.filter(pk=lot.pk).update(packed_g=52_001)) == (
        "supply_lot_is_packed_at_most_in_full"
    )
    assert prove() == []


def test_the_same_submission_packs_once() -> None:
    operator = cooperative()
    product, lot = rice(operator), received(operator, [(household("T1"), 52_000)])
    for _ in range(2):
        pack_lot(submission="s", lot_id=lot.pk, listing=product, packs=3, actor=DEMO, now=NOW)
    assert (on_hand(product), SupplyPacking.objects.count()) == (3, 1)


@pytest.mark.parametrize("packs", [0, -1])
def test_nothing_is_packed_from_nothing(packs: int) -> None:
    operator = cooperative()
    lot = received(operator, [(household("T1"), 52_000)])
    with pytest.raises(DomainError, match="nothing_to_pack"):
        packed(lot, rice(operator), packs)


def test_a_draft_is_not_packed_from() -> None:
    operator = cooperative()
    product, lot = rice(operator), entered(operator, [(household("T1"), 52_000)])
    with pytest.raises(DomainError, match="not_received"):
        packed(lot, product, 1)
    receive_lot(lot_id=lot.pk, actor=DEMO, now=NOW)
    packed(lot, product, 1)
    assert on_hand(product) == 1


def test_a_lot_fills_only_its_own_operators_goods() -> None:
    operator, other = cooperative(), cooperative("另一家")
    lot = received(operator, [(household("T1"), 52_000)])
    foreign, own_produce = rice(other), listing(seller(ZHILIAO, "陈叔", 9), "沙螺", "19.95")
    for product in (foreign, own_produce):
        with pytest.raises(DomainError, match="not_of_this_operator"):
            packed(lot, product, 1)
        stockrecord = StockRecord.objects.get(product_id=product.pk)
        assert (
            refused_by(
                lambda stockrecord=stockrecord: SupplyPacking.objects.create(
                    lot=lot, stockrecord=stockrecord, packs=1, pack_g=1, grams=1, packed_at=NOW
                )
            )
            == "lot_is_packed_for_its_own_operator"
        )


def test_stock_of_lot_sold_goods_comes_from_nowhere_else() -> None:
    operator = cooperative()
    with pytest.raises(DomainError, match="stock_comes_from_lots"):
        list_product(vendor=operator, draft=rice_draft(), quantity=5, actor=DEMO, now=NOW)
    product, lot = rice(operator), received(operator, [(household("T1"), 52_000)])
    with pytest.raises(DomainError, match="stock_comes_from_lots"):
        restock(listing=product, quantity=1, source="x", actor=DEMO, now=NOW)
    made = packed(lot, product, 1)
    stockrecord = made.stockrecord
    assert stockrecord.from_lots

    def receive(**extra: object) -> StockMovement:
        return StockMovement.objects.create(
            stockrecord=stockrecord, kind="received", quantity=2, source="x", at=NOW, **extra
        )

    assert refused_by(receive) == "stock_of_a_lot_sold_product_comes_from_a_lot"
    assert refused_by(lambda: receive(packing=made)) == "stock_from_a_lot_is_what_was_packed"
    assert refused_by(lambda: StockRecord.objects.filter(pk=stockrecord.pk).update(from_lots=False)) == (
        "lot_sold_product_stays_so"
    )
    StockRecord.objects.filter(pk=stockrecord.pk).update(num_in_stock=F("num_in_stock") + 1)
    assert [row.identity for row in prove()] == ["received + returned - sold - lost = on hand"]


def test_prove_names_a_lot_packed_beyond_its_packings() -> None:
    operator = cooperative()
    lot = received(operator, [(household("T1"), 52_000)])
    SupplyLot.objects.filter(pk=lot.pk).update(packed_g=5_000)
    assert [row.identity for row in prove()] == [
        "packed from a lot = its packings, at most what was received"
    ]


def test_an_operators_own_produce_needs_no_lot() -> None:
    product = listing(cooperative(), "香蕉", "30.10")
    assert (on_hand(product), product.papers_until) == (10, None)


def test_a_card_and_the_page_name_the_villages_of_the_lots() -> None:
    """Asserted on the listing here; tests/supply/test_pages.py looks at the pages."""
    operator = cooperative()
    product = rice(operator)
    assert product.origin == ""
    packed(received(operator, [(household("T1"), 9_000), (household("T2", ZHILIAO), 9_000)]), product, 1)
    product.refresh_from_db()
    assert (product.origin, product.origin_en) == (
        "吴阳镇 水洒村、芷寮村",
        "Shuisa Village and Zhiliao Village, Wuyang Town",
    )
    assert product.papers_until == date(2027, 12, 31)
    assert Decimal(product.net_weight_g) == 5000
