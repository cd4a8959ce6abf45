"""The demo's files: complete, in the villages of the sample, and nothing that a household may not sell."""

from decimal import Decimal

import pytest

from catalog.models import Listing
from demo.fates import fate
from demo.goods import DATA, sellers, storefronts
from demo.orders import ORDERS
from pictures.catalogue import BANNERS, PICTURES
from places.load import SAMPLE_VILLAGES

TOWN = "440883106"
# A jin of anything costs something between these, in yuan; a fan is not sold by weight.
CHEAPEST, DEAREST = Decimal("1.50"), Decimal("130.00")
PROCESSED = {"rice_bag", "mooncake", "dried_fish", "honey", "chicken", "goose"}


def test_the_town_and_the_sixteen_villages_of_the_sample_have_storefronts_in_scenes_of_their_own() -> None:
    rows = storefronts()
    assert [row["code"] for row in rows[:1]] == [TOWN]
    assert {row["code"] for row in rows[1:]} == set(SAMPLE_VILLAGES)
    assert len(rows) == 17
    assert {row["picture"] for row in rows} <= set(BANNERS)
    assert len({row["picture"] for row in rows}) == 17
    assert all(all(row.values()) for row in rows)


def test_four_households_a_village_two_to_five_members_each_two_thirds_registered() -> None:
    known = sellers()
    assert len(known) == 64
    villages = [seller.village for seller in known]
    assert {village: villages.count(village) for village in SAMPLE_VILLAGES} == dict.fromkeys(
        SAMPLE_VILLAGES, 4
    )
    assert sum(seller.is_registered for seller in known) == 47
    assert {1 + len(seller.kin) for seller in known} == {2, 3, 4, 5}
    assert sum(1 + len(seller.kin) for seller in known) == 235
    assert len({seller.shop for seller in known}) == 64


def test_neither_shop_nor_goods_tell_who_is_registered() -> None:
    public = (DATA / "goods.csv").read_text() + (DATA / "storefronts.csv").read_text()
    public += "".join(seller.shop + seller.shop_en for seller in sellers())
    assert [
        word for word in ("贫", "脱贫", "建档", "立卡", "poor", "poverty", "registered") if word in public
    ] == []


def test_the_goods_are_fresh_produce_and_a_craft_each_with_its_pack_words_and_picture() -> None:
    goods = [good for seller in sellers() for good in seller.goods]
    assert len(goods) == 149
    assert {good.picture for good in goods} <= set(PICTURES) - PROCESSED
    assert len({good.picture for good in goods}) == 70
    assert {good.category for good in goods} <= set(Listing.Category.values) - {"grain"}
    for good in goods:
        assert good.title_en
        assert good.spec_en
        assert good.summary_en
        assert good.storage_en
        per_jin = good.price * 500 / good.weight_g
        assert good.category == "other" or CHEAPEST <= per_jin <= DEAREST, good.title
    assert len({good.title for good in goods}) == 149


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("is_cash", 47),
        ("is_refused", 5),
        ("is_late", 10),
        ("is_never_paid", 16),
        ("is_paid_too_late", 2),
        ("is_given_up", 6),
        ("is_twice_paid", 3),
        ("is_wrong_at_first", 2),
        ("is_spoiled", 60),
        ("is_regretted", 13),
    ],
)
def test_each_fate_meets_some_orders(what: str, count: int) -> None:
    assert sum(getattr(fate(index), what) for index in range(ORDERS)) == count
