"""Everything happens in the order of its time, whoever planned it first."""

import heapq
from collections.abc import Callable
from datetime import datetime

Act = Callable[[datetime], None]


class Timeline:
    """Acts with their moments; an act may plan others after itself."""

    def __init__(self) -> None:
        self._waiting: list[tuple[datetime, int, Act]] = []
        self._planned = 0

    def plan(self, moment: datetime, act: Act) -> None:
        """To happen at that moment; of equal moments the one planned first."""
        self._planned += 1
        heapq.heappush(self._waiting, (moment, self._planned, act))

    def run(self, *, until: datetime) -> None:
        """Lets everything before `until` happen; the rest has not happened yet."""
        while self._waiting and self._waiting[0][0] < until:
            moment, _number, act = heapq.heappop(self._waiting)
            act(moment)
