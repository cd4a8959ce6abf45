"""When orders come: more when more is ripe, and more this year than last."""

from bisect import bisect
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from common.clock import local_day, start_of

# January to December: winter vegetables and the new year, a lull in spring, lychees and longans, bananas from autumn.
BUSY = (16, 10, 8, 7, 8, 13, 14, 11, 10, 12, 15, 16)
GROWTH = 0.7
FIRST_HOUR, LAST_HOUR = 7, 22
# Hours ago: one not paid yet, the others waiting to be packed.
LATEST = (26, 11, 6, 1)


def moments(count: int, *, days: int, now: datetime, chance: Random) -> Sequence[datetime]:
    """`count` moments of the last `days` days, in their order; the latest of them since yesterday."""
    first, whole = local_day(now) - timedelta(days=days), days - 1
    weights = [
        BUSY[(first + timedelta(days=day)).month - 1] * (1 + GROWTH * day / whole) for day in range(whole)
    ]
    upto = list(accumulate(weights))
    found = []
    earlier = count - len(LATEST)
    for index in range(earlier):
        day = first + timedelta(days=bisect(upto, (index + 0.5) / earlier * upto[-1]))
        minutes = chance.randrange(FIRST_HOUR * 60, LAST_HOUR * 60)
        found.append(start_of(day) + timedelta(minutes=minutes))
    return [*sorted(found), *(now - timedelta(hours=hours) for hours in LATEST)]
