"""The crop table: whole, drawn, own produce only."""

from decimal import Decimal

import pytest

from catalog.crops.table import crops
from catalog.models import Listing
from pictures.catalogue import PICTURES


def test_every_crop_is_drawn_and_needs_no_papers() -> None:
    table = crops()
    assert len(table) == 66
    assert [key for key, crop in table.items() if crop.picture not in PICTURES] == []
    classes = {crop.product_class for crop in table.values()}
    assert classes == {Listing.ProductClass.OWN_PRODUCE, Listing.ProductClass.NON_FOOD}
    assert all(crop.name and crop.name_en and crop.storage and crop.storage_en for crop in table.values())
    assert len({crop.name for crop in table.values()}) == len(table)


def test_every_usual_pack_costs_more_than_its_packing() -> None:
    for crop in crops().values():
        for usual in crop.packs:
            assert usual.packing_cost < crop.usual_price(usual.pack.grams)


def test_bananas() -> None:
    banana = crops()["banana"]
    assert [usual.pack.spec for usual in banana.packs] == ["5斤装", "10斤装", "20斤装"]
    assert banana.usual_price(2500) == Decimal("19.00")
    assert [banana.usual_packing(grams) for grams in (1000, 2500, 4000, 50_000)] == [
        Decimal("1.50"),
        Decimal("1.50"),
        Decimal("2.50"),
        Decimal("4.00"),
    ]


@pytest.mark.parametrize(
    ("key", "months"),
    [("choysum", {11, 12, 1, 2, 3}), ("lychee", {5, 6, 7}), ("papaya", set())],
)
def test_seasons_may_pass_the_new_year(key: str, months: set[int]) -> None:
    assert {month for month in range(1, 13) if crops()[key].is_in_season(month)} == months
