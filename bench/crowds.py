"""Many at once, each with a thread and a connection: a race for the last packs, and a burst as from a group link."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from threading import Barrier, Lock, Thread

from bench.buyers import Buyer, Good, SoldOut
from bench.timing import percentile
from bench.visitor import Answer, Visitor

SERVER_ERROR = 500


@dataclass(slots=True)
class Crowd:
    """What became of the buyers."""

    placed: int = 0
    refused: int = 0
    errors: int = 0
    waits: list[float] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def note(self, *, placed: bool) -> None:
        """An order, or a plain no."""
        with self._lock:
            self.placed += placed
            self.refused += not placed

    def fail(self) -> None:
        """Something that no buyer should see."""
        with self._lock:
            self.errors += 1

    def waited(self, seconds: float) -> None:
        """One answer."""
        with self._lock:
            self.waits.append(seconds)

    @property
    def p95(self) -> float:
        """The wait that 95 of 100 answers do not exceed, in seconds."""
        return percentile(self.waits, 0.95)


@dataclass(slots=True)
class TimedVisitor(Visitor):
    """Tells the crowd how long each answer took."""

    crowd: Crowd = field(default_factory=Crowd)

    def send(self, method: str, path: str, fields: dict[str, str] | None = None) -> Answer:
        """As a visitor's, timed."""
        began = time.perf_counter()
        answer = Visitor.send(self, method, path, fields)
        self.crowd.waited(time.perf_counter() - began)
        if answer.status >= SERVER_ERROR:
            raise LookupError(f"{path} answered {answer.status}")
        return answer


def race(buyers: Sequence[Buyer], good: Good) -> Crowd:
    """All press the last button in the same moment."""
    crowd, start = Crowd(), Barrier(len(buyers))
    for buyer in buyers:
        buyer.confirm([good])

    def press(buyer: Buyer) -> None:
        start.wait()
        try:
            crowd.note(placed=buyer.place())
        except (LookupError, OSError):
            crowd.fail()
        finally:
            buyer.visitor.close()

    _all_at_once([lambda buyer=buyer: press(buyer) for buyer in buyers])  # type: ignore[misc]
    return crowd


def burst(
    *,
    address: str,
    buyer: Callable[[Visitor], Buyer],
    first_page: str,
    good: Good,
    buyers: int,
    seconds: float,
) -> Crowd:
    """So many buyers come within so many seconds: storefront, product, basket, checkout, order."""
    chance = Random(2026)  # noqa: S311  chosen to be the same every time
    crowd, began = Crowd(), time.perf_counter()

    def come(after: float) -> None:
        time.sleep(max(began + after - time.perf_counter(), 0))
        with TimedVisitor(address, crowd=crowd) as visitor:
            who = buyer(visitor)
            try:
                visitor.get(first_page)
                who.confirm([good])
                crowd.note(placed=who.place())
            except SoldOut:
                crowd.note(placed=False)
            except (LookupError, OSError):
                crowd.fail()

    moments = [chance.uniform(0, seconds) for _ in range(buyers)]
    _all_at_once([lambda after=after: come(after) for after in moments])  # type: ignore[misc]
    return crowd


def _all_at_once(work: Sequence[Callable[[], None]]) -> None:
    threads = [Thread(target=part) for part in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
