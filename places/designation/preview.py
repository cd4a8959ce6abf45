"""What a list would do, row by row, before anything is written."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from places.designation.judging import Judged, Outcome
from places.designation.names import PlaceName
from places.designation.reading import Reading
from places.designation.table import Kind, ListedRow


@dataclass(frozen=True, slots=True)
class Paper:
    """The signed document behind a list, and what it designates: villages, or towns of a later batch."""

    kind: Kind
    batch: int | None
    document_no: str
    document_date: date


@dataclass(frozen=True, slots=True)
class Preview:
    """The judged rows of a list; `designated` is how many real ones there are before it."""

    paper: Paper
    reading: Reading
    rows: tuple[Judged, ...]
    designated: int
    samples: int

    @property
    def new(self) -> int:
        """How many places it adds."""
        return self._count(Outcome.NEW)

    @property
    def already(self) -> int:
        """How many it names that are there."""
        return self._count(Outcome.ALREADY)

    @property
    def bad(self) -> int:
        """How many rows have no place that counts."""
        return self._count(Outcome.BAD)

    @property
    def additions(self) -> list[tuple[ListedRow, PlaceName]]:
        """The rows that add a place, each with its place."""
        return [
            (row.row, row.place) for row in self.rows if row.outcome == Outcome.NEW and row.place is not None
        ]

    @property
    def after(self) -> int:
        """How many real ones there are once it is confirmed."""
        return self.designated + self.new

    @property
    def categories(self) -> tuple[str, ...]:
        """What the list itself says of its rows; several ask for a second look."""
        return tuple(dict.fromkeys(row.row.category for row in self.rows if row.row.category))

    @property
    def digest(self) -> str:
        """Stands for all that a person sees who confirms: if it has changed since, nothing is written."""
        seen = [
            (
                row.row.line,
                row.outcome,
                row.place.code if row.place else "",
                str(row.reason and row.reason.why),
            )
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps([seen, self.after, self.samples]).encode()).hexdigest()

    def _count(self, outcome: Outcome) -> int:
        return sum(row.outcome == outcome for row in self.rows)
