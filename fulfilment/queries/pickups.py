"""Open parts by the day on which they are to leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from common.clock import local_day
from fulfilment.models import VendorOrder


@dataclass(frozen=True, slots=True)
class PickupDay:
    """What is to leave on one Shanghai day; what is late is on top, under the day it was promised for."""

    day: date
    is_late: bool
    is_today: bool
    is_tomorrow: bool
    parts: tuple[VendorOrder, ...]


def by_day(parts: Iterable[VendorOrder], *, now: datetime) -> list[PickupDay]:
    """Grouped; within a day the earliest promise first."""
    today = local_day(now)
    days: dict[date, list[VendorOrder]] = {}
    for part in parts:
        if part.ship_by is not None:
            days.setdefault(local_day(part.ship_by), []).append(part)
    return [
        PickupDay(
            day=day,
            is_late=any(part.ship_by is not None and part.ship_by <= now for part in days[day]),
            is_today=day == today,
            is_tomorrow=day == today + timedelta(days=1),
            parts=tuple(sorted(days[day], key=lambda part: (part.ship_by, part.pk))),
        )
        for day in sorted(days)
    ]
