"""Things that happen later, one after another, on a thread of their own."""

import heapq
import logging
import threading
import time
from collections.abc import Callable
from itertools import count

log = logging.getLogger(__name__)


class Later:
    """A short diary. What is due runs in order; what fails is logged and does not stop the rest."""

    def __init__(self, name: str) -> None:
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()
        self._changed = threading.Condition()
        self._is_busy = False
        self._is_closed = False
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        """Runs `act` in so many seconds; 0 is as soon as what came before is done."""
        with self._changed:
            heapq.heappush(self._due, (time.monotonic() + seconds, next(self._order), act))
            self._changed.notify_all()

    def wait_until_idle(self, seconds: float) -> bool:
        """Waits until nothing is due now; false when that did not come in time."""
        with self._changed:
            return self._changed.wait_for(self._is_idle, timeout=seconds)

    def close(self) -> None:
        """Forgets what is not done yet."""
        with self._changed:
            self._is_closed = True
            self._due.clear()
            self._changed.notify_all()

    def _is_idle(self) -> bool:
        return not self._is_busy and not (self._due and self._due[0][0] <= time.monotonic())

    def _work(self) -> None:
        while (act := self._next()) is not None:
            try:
                act()
            except Exception:
                log.exception("what was due failed")
            finally:
                with self._changed:
                    self._is_busy = False
                    self._changed.notify_all()

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            while not self._is_closed:
                wait = self._due[0][0] - time.monotonic() if self._due else None
                if wait is not None and wait <= 0:
                    self._is_busy = True
                    return heapq.heappop(self._due)[2]
                self._changed.wait(timeout=wait)
        return None
