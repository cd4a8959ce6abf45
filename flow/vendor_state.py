"""A shop opens, pauses, opens again or stops; the shelves of its village and town know at once."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from catalog.services.storefronts import touch_storefronts_of
from common.audit import Actor
from vendors.locks import lock_vendor
from vendors.services import joining


@transaction.atomic
def open_shop(*, vendor_id: int, reviewer: User, now: datetime) -> None:
    """The village or the town has looked at it.

    Raises:
        DomainError: it waits for nobody any more, or the reviewer acts for it.
    """
    vendor = lock_vendor(vendor_id)
    joining.pass_review(vendor=vendor, reviewer=reviewer, now=now)
    touch_storefronts_of(vendor.village)


@transaction.atomic
def pause_shop(*, vendor_id: int, until: date, actor: Actor, now: datetime) -> None:
    """Off the shelves until a day; orders are still sent.

    Raises:
        DomainError: not open, or the day is odd.
    """
    vendor = lock_vendor(vendor_id)
    joining.pause(vendor=vendor, until=until, actor=actor, now=now)
    touch_storefronts_of(vendor.village)


@transaction.atomic
def resume_shop(*, vendor_id: int, actor: Actor, now: datetime) -> None:
    """Back on the shelves.

    Raises:
        DomainError: not paused.
    """
    vendor = lock_vendor(vendor_id)
    joining.resume(vendor=vendor, actor=actor, now=now)
    touch_storefronts_of(vendor.village)


@transaction.atomic
def stop_shop(*, vendor_id: int, note: str, actor: Actor, now: datetime) -> None:
    """Off the shelves for good; what is ordered is still sent and paid.

    Raises:
        DomainError: no reason, in review, or stopped before.
    """
    vendor = lock_vendor(vendor_id)
    joining.stop(vendor=vendor, note=note, actor=actor, now=now)
    touch_storefronts_of(vendor.village)
