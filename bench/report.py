"""The figures as one table, for the terminal and for docs/performance.md."""

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Figure
from supervisor.places import ROOT

PAGE = ROOT / "docs" / "performance.md"
HEAD = ("measured", "products", "market: CPU (web + database), waited", "Oscar", "Oscar ÷ market")
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a cost or a fact, of the market and of Oscar; `products` 0 where the number does not matter."""

    label: str
    products: int
    market: Figure | str | None
    oscar: Figure | str | None = None

    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        size = f"{self.products:,}" if self.products else NOTHING
        return (self.label, size, shown(self.market), shown(self.oscar), ratio(self.oscar, self.market))


def shown(value: Figure | str | None) -> str:
    """`12.3 (11.0 + 1.3) ms, 14.1 ms`: CPU in all, of the web server and of the database, then the median wait."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    return (
        f"{precise(value.cpu_ms)} ({precise(value.web_ms)} + {precise(value.database_ms)}) ms, "
        f"{precise(value.wall_ms)} ms"
    )


def precise(number: float) -> str:
    """Two figures below ten, one decimal below a hundred, none above."""
    return f"{number:.2f}" if number < 10 else f"{number:.1f}" if number < 100 else f"{number:,.0f}"  # noqa: PLR2004


def ratio(above: Figure | str | None, below: Figure | str | None) -> str:
    """How many times the CPU."""
    if not isinstance(above, Figure) or not isinstance(below, Figure) or not below.cpu_ms:
        return NOTHING
    return f"{precise(above.cpu_ms / below.cpu_ms)}"


def table(rows: list[Row]) -> str:
    """Markdown."""
    lines = [HEAD, tuple("---" for _ in HEAD), *(row.cells() for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def conditions(seconds: float) -> str:
    """Under what the figures were taken: how much else the machine had to do decides what milliseconds are worth."""
    cores = os.cpu_count() or 0
    load = os.getloadavg()[0]
    return f"{cores} cores, load {load:.1f}, Python {platform.python_version()}, {seconds:.0f} s in all"


def write(name: str, text: str, *, page: Path = PAGE) -> None:
    """Puts a text between the two marks `<!-- name -->` and `<!-- /name -->` of a document.

    Raises:
        LookupError: the document has no such marks.
    """
    before = page.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    after, found = pattern.subn(lambda match: f"{match[1]}{text}\n{match[2]}", before)
    if not found:
        raise LookupError(f"{page} has no marks for {name}")
    page.write_text(after, encoding="utf-8")
