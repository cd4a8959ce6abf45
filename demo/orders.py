"""Orders of thirteen months driven through the story with the time passed in; the same every time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random

from catalog.models import Listing
from common.audit import DEMO
from demo.buyers import buyer_of
from demo.course import Course, follow
from demo.fates import fate
from demo.moments import moments
from demo.people import Cast
from demo.seasons import is_grown
from demo.timeline import Timeline
from flow.place_order import freight_of, place_order
from orders.models import Placement
from orders.queries.basket import basket_view, shown_as
from orders.services.basket import Visitor, add, new_key, open_basket

ORDERS = 420
DAYS = 396
# Every so many orders is the sign-in buyer's; the very last ones come to the first household: its desk has work.
OWN = 14
FOR_THE_FIRST = 4
PARTS = (1, 1, 1, 2, 2, 3)
PACKS = (1, 1, 2, 2, 3)
# Every so many orders, from the k-th on, is a canteen's: one kind, by the crate, straight from a household.
CANTEEN, FIRST_CANTEEN = 11, 6
CRATES = (8, 10, 12, 15)
# The household whose sign-in stands first sells more than others: its record is the one that is looked at.
FAVOUR = 10


@dataclass(frozen=True, slots=True)
class Stage:
    """What an order is made from."""

    listings: Sequence[Listing]
    cast: Cast
    chance: Random
    timeline: Timeline
    count: int


def plan_orders(
    listings: Sequence[Listing], cast: Cast, timeline: Timeline, *, days: int, now: datetime
) -> None:
    """Of the last `days` days, as many as 420 in thirteen months; the latest are still on their way."""
    chance = Random(2026)  # noqa: S311  chosen to be the same every time
    count = ORDERS * days // DAYS
    stage = Stage(listings=listings, cast=cast, chance=chance, timeline=timeline, count=count)
    for index, at in enumerate(moments(count, days=days, now=now, chance=chance)):
        timeline.plan(at, partial(_place, index, stage))


def _chosen(index: int, stage: Stage, at: datetime) -> list[Listing]:
    """One to three goods that are ripe, most often from one town: who pays freight fills the box."""
    ripe = [listing for listing in stage.listings if is_grown(listing, at)]
    first_shop = stage.listings[0].vendor_id
    if index >= stage.count - FOR_THE_FIRST:
        return [listing for listing in ripe if listing.vendor_id == first_shop] or ripe[:1]
    pulls = [_pull(listing) * (FAVOUR if listing.vendor_id == first_shop else 1) for listing in ripe]
    chosen = stage.chance.choices(ripe, weights=pulls)
    town = chosen[0].village.town_id
    near = [listing for listing in ripe if listing.village.town_id == town and listing.pk != chosen[0].pk]
    wanted = stage.chance.choice(PARTS) - 1
    return chosen + stage.chance.sample(near, k=min(wanted, len(near)))


def _pull(listing: Listing) -> int:
    """The shorter its season, the more of it is bought while it lasts."""
    if listing.season_from is None or listing.season_to is None:
        return 1
    return 12 // ((listing.season_to - listing.season_from) % 12 + 1)


def _place(index: int, stage: Stage, at: datetime) -> None:
    chance = stage.chance
    buyer = stage.cast.buyer if index % OWN == 0 else None
    contact, county = buyer_of(index)
    basket_id = open_basket(Visitor(user=buyer, key=None if buyer else new_key()))
    course = Course(index=index, fate=fate(index), chance=chance, timeline=stage.timeline)
    chosen = _chosen(index, stage, at)
    is_canteen = index % CANTEEN == FIRST_CANTEEN and not course.fate.is_cash
    if is_canteen and chosen[0].vendor.household_id is not None:
        add(basket_id=basket_id, product_id=chosen[0].pk, quantity=chance.choice(CRATES), now=at)
    else:
        for listing in chosen:
            add(basket_id=basket_id, product_id=listing.pk, quantity=chance.choice(PACKS), now=at)
    view = basket_view(basket_id, now=at)
    placed = place_order(
        submission=f"demo-{index}",
        basket_id=basket_id,
        contact=contact,
        method=Placement.Method.CASH_ON_DELIVERY if course.fate.is_cash else Placement.Method.BANK_TRANSFER,
        language="zh-hans",
        buyer=buyer,
        shown=shown_as(view, freight_of(view, province_code=county[:2])),
        exceptions_confirmed=True,
        actor=DEMO,
        now=at,
    )
    follow(placed.order_id, course, at + timedelta(hours=2))
