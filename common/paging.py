"""Long lists page by key, never by offset: page 1,000 costs what page 1 costs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict

PAGE_SIZE = 50
# More digits than this do not fit into a key.
_MOST_DIGITS = 18

Row = TypeVar("Row")
Stored = TypeVar("Stored", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of rows; the addresses begin with ? and keep the other filters. Empty where there is no such page."""

    rows: list[Row]
    first_url: str
    next_url: str


def page_of(rows: QuerySet[Stored], *, query: QueryDict, oldest_first: bool = False) -> Page[Stored]:
    """The page that the address asks for, newest first unless said otherwise. One statement.

    A key that is no number gives the first page.
    """
    key = number_in(query, "from")
    ordered = rows.order_by("pk" if oldest_first else "-pk")
    if key is not None:
        ordered = ordered.filter(**{"pk__gt" if oldest_first else "pk__lt": key})
    found = list(ordered[: PAGE_SIZE + 1])
    return _page(found, key=key, key_of=lambda row: int(row.pk), name="from", query=query)


def page_from(
    load: Callable[[int, int], Sequence[Row]], *, key_of: Callable[[Row], int], name: str, query: QueryDict
) -> Page[Row]:
    """The page of rows that are summed, not stored: `load` gives those after a key, so many at most.

    `name` stands for the key in the address, so that two lists on a page turn each for itself.
    """
    key = number_in(query, name)
    return _page(load(key or 0, PAGE_SIZE + 1), key=key, key_of=key_of, name=name, query=query)


def _page(
    found: Sequence[Row], *, key: int | None, key_of: Callable[[Row], int], name: str, query: QueryDict
) -> Page[Row]:
    shown = list(found[:PAGE_SIZE])
    return Page(
        rows=shown,
        first_url="" if key is None else _address(query, name, None),
        next_url=_address(query, name, key_of(shown[-1])) if len(found) > PAGE_SIZE else "",
    )


def number_in(query: QueryDict, name: str) -> int | None:
    """A whole number from the address, or None for anything else."""
    text = query.get(name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _address(query: QueryDict, name: str, key: int | None) -> str:
    kept = query.copy()
    kept.pop(name, None)
    if key is not None:
        kept[name] = str(key)
    return f"?{kept.urlencode()}"
