"""Loads the demo once, all of it or nothing, and sends no message."""

from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from demo.orders import DAYS, make_orders
from demo.people import Cast, make_people
from demo.shops import make_sellers, make_storefronts
from messages.models import OutboxMessage


@transaction.atomic
def load(*, now: datetime) -> Cast | None:
    """The demo with its sign-ins; None when there is data already, which stays as it is."""
    if User.objects.exists():
        return None
    opened = now - timedelta(days=DAYS + 14)
    cast = make_people(opened)
    make_storefronts(opened)
    make_orders(make_sellers(opened), cast, now=now)
    # Fictitious people have no phones: what the story wrote to the outbox never goes out.
    OutboxMessage.objects.all().delete()
    return cast
