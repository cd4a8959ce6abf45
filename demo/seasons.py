"""Goods come on sale when their season begins and pause when it is over, as their growers would do it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from catalog.models import Listing
from catalog.queries.cards import in_season
from catalog.services.listings import set_state
from common.audit import DEMO
from common.clock import local_day, start_of
from demo.timeline import Timeline


def keep_seasons(
    listings: Sequence[Listing], timeline: Timeline, *, since: datetime, until: datetime
) -> None:
    """Plans one look a month, the first at `since`."""
    seasonal = [listing for listing in listings if listing.season_from is not None]

    def turn(at: datetime) -> None:
        for listing in seasonal:
            wanted = is_grown(listing, at)
            if wanted != (listing.state == Listing.State.ON_SALE):
                state = Listing.State.ON_SALE if wanted else Listing.State.PAUSED
                set_state(listing=listing, state=state, actor=DEMO, now=at)

    timeline.plan(since, turn)
    day = local_day(since)
    while (day := (day.replace(day=1) + timedelta(days=32)).replace(day=1)) <= local_day(until):
        timeline.plan(start_of(day), turn)


def is_grown(listing: Listing, at: datetime) -> bool:
    """Whether it can be had at that moment: the whole year, or in this month."""
    return listing.season_from is None or in_season(listing, local_day(at).month)
