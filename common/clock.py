"""Days, months and income years as Shanghai sees them. Time itself is always passed in."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

SHANGHAI = ZoneInfo("Asia/Shanghai")


def local_day(moment: datetime) -> date:
    """The Shanghai day of an aware moment."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no day")
    return moment.astimezone(SHANGHAI).date()


def start_of(day: date) -> datetime:
    """The first moment of a Shanghai day. A day is [start_of(day), start_of(next day))."""
    return datetime.combine(day, time.min, tzinfo=SHANGHAI)


def month_of(day: date) -> date:
    """The first day of the month, which stands for the month."""
    return day.replace(day=1)


def income_year_of(day: date) -> int:
    """The income year, named by the year in which it ends (October 2025 is in 2026 when it starts in October).

    Source: domain.md 2.4; the start month is a setting, since it is not confirmed for Guangdong.
    """
    start: int = settings.INCOME_YEAR_START_MONTH
    return day.year + 1 if start > 1 and day.month >= start else day.year


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` up to but without `after`."""

    first: date
    after: date


def income_year(year: int) -> Period:
    """The days of an income year."""
    start: int = settings.INCOME_YEAR_START_MONTH
    if start == 1:
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    return Period(date(year - 1, start, 1), date(year, start, 1))
