"""Medians over rounds: peers take turns, so that a busy moment of the machine falls on all of them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.databases import Server
from bench.processes import cost_of
from bench.servers import Running
from bench.visitor import Visitor

MS = 1000.0
OK = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """What one request, or one purchase, costs: CPU of web server and database, and the time waited, in ms."""

    web_ms: float
    database_ms: float
    wall_ms: float

    @property
    def cpu_ms(self) -> float:
        """CPU in all."""
        return self.web_ms + self.database_ms


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: rounds, requests and purchases in each, and requests before the first that do not count."""

    rounds: int = 5
    requests: int = 60
    purchases: int = 10
    warm_up: int = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A page to ask for: `{n}` in its path is a number that never comes twice."""

    label: str
    server: Running
    path: str
    # Where it is asked, if not at the server itself, and who works for it besides.
    address: str = ""
    host: str = ""
    helpers: Callable[[], list[int]] = list
    cookies: Mapping[str, str] = field(default_factory=dict)


def pages(asked: Sequence[Page], *, database: Server, effort: Effort) -> list[Figure]:
    """A figure for each page.

    Raises:
        RuntimeError: a page did not answer 200.
    """
    visitors = [
        Visitor(page.address or page.server.address, host=page.host, cookies=dict(page.cookies))
        for page in asked
    ]
    numbers = iter(range(1, 10**9))
    samples: list[list[Figure]] = [[] for _ in asked]
    for page, visitor in zip(asked, visitors, strict=True):
        for _ in range(effort.warm_up):
            _ask(page, visitor, next(numbers))
    for _ in range(effort.rounds):
        for index, (page, visitor) in enumerate(zip(asked, visitors, strict=True)):
            samples[index].append(_round(page, visitor, numbers, database, effort.requests))
    for visitor in visitors:
        visitor.close()
    return [middle(found) for found in samples]


def middle(samples: Sequence[Figure]) -> Figure:
    """The median of each part."""
    return Figure(
        web_ms=median(sample.web_ms for sample in samples),
        database_ms=median(sample.database_ms for sample in samples),
        wall_ms=median(sample.wall_ms for sample in samples),
    )


def percentile(waits: Sequence[float], share: float) -> float:
    """The value that this share of the waits does not exceed; 0 for none."""
    ordered = sorted(waits)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def _round(page: Page, visitor: Visitor, numbers: object, database: Server, requests: int) -> Figure:
    waits: list[float] = []

    def work() -> None:
        for _ in range(requests):
            began = time.perf_counter()
            _ask(page, visitor, next(numbers))  # type: ignore[call-overload]
            waits.append(time.perf_counter() - began)

    cost = cost_of(
        work,
        web=lambda: [*page.server.workers(), *page.helpers()],
        database=lambda: database.backends(page.server.program.database),
    )
    return Figure(cost.web * MS / requests, cost.database * MS / requests, median(waits) * MS)


def _ask(page: Page, visitor: Visitor, number: int) -> None:
    answer = visitor.send("GET", page.path.replace("{n}", str(number)))
    if answer.status != OK:
        raise RuntimeError(
            f"{page.label} of {page.server.program.name}: {page.path} answered {answer.status}"
        )
