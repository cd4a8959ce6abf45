"""A page of words that lay open for long never brings back an old stock number."""

from functools import partial

import pytest
from django.db import transaction

from catalog.models import Listing, ListingChange, ListingDraft
from catalog.services.drafts import Offer, begin, choose_crop, choose_pack, publish
from catalog.services.goods import add_packs, change_words, sell_out, undo
from common.audit import DEMO
from common.clock import local_day
from tests import people
from tests.flow.test_story import NOW, listing, seller, storefront
from tests.race.together import together
from vendors.partner.models import StockRecord
from vendors.services import stock

pytestmark = pytest.mark.usefixtures("committed_db")


def goods() -> Listing:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    return listing(vendor, "香蕉", "30.10")


def row(made: Listing) -> StockRecord:
    found: StockRecord = StockRecord.objects.get(product_id=made.pk)
    return found


def sold(made: Listing, packs: int, source: str) -> None:
    wanted = [stock.Wanted(row(made).pk, packs)]
    stock.hold(source=source, wanted=wanted, now=NOW)
    stock.take(source=source, sold_as=source, wanted=wanted, actor_label="x", now=NOW)


def in_between(made: Listing) -> None:
    """Three packs are sold on another connection."""
    with transaction.atomic():
        sold(made, 3, "o1")


def test_words_saved_late_leave_the_stock_alone() -> None:
    made = goods()
    opened = Listing.objects.select_related("product").get(pk=made.pk)
    assert row(made).num_in_stock == 10
    assert together([partial(in_between, made)]) == [None]
    change_words(listing=opened, title="水洒村香蕉", summary="", actor=DEMO, now=NOW)
    assert row(made).num_in_stock == 7


def test_control_a_row_saved_whole_brings_the_old_number_back() -> None:
    made = goods()
    opened = row(made)
    assert together([partial(in_between, made)]) == [None]
    opened.save()
    assert row(made).num_in_stock == 10


def test_adding_selling_and_writing_at_once_add_up() -> None:
    made = goods()
    calls = [
        *(
            partial(add_packs, listing=made, quantity=5, submission=f"a{n}", actor=DEMO, now=NOW)
            for n in range(3)
        ),
        *(
            partial(change_words, listing=made, title=f"蕉{n}", summary="", actor=DEMO, now=NOW)
            for n in range(2)
        ),
        partial(in_between, made),
    ]
    results = together(calls)
    assert results == [True, True, True, None, None, None]
    assert row(made).num_in_stock == 10 + 15 - 3


def test_the_same_addition_at_once_counts_once() -> None:
    made = goods()
    call = partial(add_packs, listing=made, quantity=5, submission="same", actor=DEMO, now=NOW)
    assert sorted(map(str, together([call, call, call]))) == ["False", "False", "True"]
    assert row(made).num_in_stock == 15


def test_undone_twice_at_once_it_is_undone_once() -> None:
    made = goods()
    sell_out(listing=made, submission="x", actor=DEMO, now=NOW)
    call = partial(undo, change_id=ListingChange.objects.get().pk, actor=DEMO, now=NOW)
    assert together([call, call]) == [None, None]
    assert row(made).num_in_stock == 10


def test_a_double_tap_at_once_lists_once() -> None:
    vendor = seller("440883106206", "李伯", 1)
    user = people.member_of(vendor)
    drafts = together([partial(begin, vendor=vendor, user=user, now=NOW)] * 2)
    assert drafts[0] == drafts[1]
    draft = ListingDraft.objects.get()
    choose_crop(draft_id=draft.pk, crop_key="banana", now=NOW)
    choose_pack(draft_id=draft.pk, text="5斤装", now=NOW)
    draft.refresh_from_db()
    assert draft.price is not None
    assert draft.packing_cost is not None
    offer = Offer(draft.price, draft.packing_cost, 8, local_day(NOW))
    call = partial(publish, draft_id=draft.pk, offer=offer, actor=DEMO, now=NOW)
    first, second = together([call, call])
    assert first == second
    assert (Listing.objects.count(), StockRecord.objects.get().num_in_stock) == (1, 8)
