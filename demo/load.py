"""Loads the demo once, all of it or nothing, and sends no message."""

from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from demo.cooperatives import make_cooperatives, plan_lots
from demo.orders import DAYS, plan_orders
from demo.paydays import plan_paydays
from demo.people import Cast, make_people
from demo.seasons import keep_seasons
from demo.shops import make_sellers, make_storefronts
from demo.statistics import keep_statistics
from demo.timeline import Timeline
from messages.models import OutboxMessage


@transaction.atomic
def load(*, now: datetime, days: int = DAYS) -> Cast | None:
    """The demo of so many days, with its sign-ins; None when there is data already, which stays as it is."""
    if User.objects.exists():
        return None
    opened = now - timedelta(days=days + 14)
    cast = make_people(opened)
    make_storefronts(opened)
    listings = make_sellers(opened, like=cast.buyer)
    cooperatives = make_cooperatives(opened)
    listings += [listing for cooperative in cooperatives for listing in cooperative.listings]
    timeline = Timeline()
    keep_statistics(timeline, since=opened, until=now)
    plan_lots(cooperatives, cast, timeline, since=opened + timedelta(hours=1), until=now)
    keep_seasons(listings, timeline, since=opened + timedelta(days=1), until=now)
    plan_orders(listings, cast, timeline, days=days, now=now)
    plan_paydays(cast, timeline, since=opened, until=now)
    timeline.run(until=now)
    # Fictitious people have no phones: what the story wrote to the outbox never goes out.
    OutboxMessage.objects.all().delete()
    return cast
