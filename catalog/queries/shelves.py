"""Shelves: a storefront's goods, or all, paged by key."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from catalog.models import Listing, Storefront
from catalog.queries.cards import KEY_FORMAT, ProductCard, card, offered, on_sale, rows_of
from catalog.tokens import query_tokens

PAGE = 24


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of cards and the key of the next page; empty key at the end."""

    cards: tuple[ProductCard, ...]
    next_key: str


class PairQuery(SearchQuery):
    """Tokens that must all be there, taken literally: no parser of the database's locale."""

    def as_sql(
        self,
        compiler: SQLCompiler,
        connection: BaseDatabaseWrapper,
        function: str | None = None,
        template: str | None = None,
        arg_joiner: str | None = None,
        **extra_context: Any,  # noqa: ANN401  Django's own signature
    ) -> tuple[str, tuple[str | int, ...]]:
        """`%s::tsquery`."""
        sql, params = compiler.compile(self.source_expressions[-1])
        return f"{sql}::tsquery", list(params)  # type: ignore[return-value]  # as Django's own compilers do


def shelf(
    *,
    storefront: Storefront | None,
    category: str = "",
    words: str = "",
    after: str = "",
    language: str,
    now: datetime,
) -> Shelf:
    """Goods of a storefront (a town's shows its villages' too) or of the whole market, newest first.

    Whoever asks for a village's storefront has seen that it is open.
    """
    if storefront is not None and storefront.village_id:
        rows = offered(now).filter(village_id=storefront.village_id)
    else:
        rows = on_sale(now, town_id=storefront.town_id or "" if storefront is not None else "")
    if category:
        rows = rows.filter(category=category)
    pairs = query_tokens(words)
    if pairs:
        # A Latin word is found by its beginning too: banana finds bananas.
        literal = " & ".join(f"'{token}':*" if token.isascii() else f"'{token}'" for token in pairs)
        rows = rows.filter(search_document__pairs=PairQuery(literal))
    return _page(_after(rows, after), language=language, now=now)


def _after(rows: QuerySet[Listing], key: str) -> QuerySet[Listing]:
    """The rows behind a key; a key that makes no sense is taken as the beginning."""
    moment, _, product_id = key.rpartition("-")
    try:
        published_at = datetime.strptime(moment, KEY_FORMAT).replace(tzinfo=UTC)
        last = int(product_id)
    except ValueError:
        return rows
    return rows.filter(Q(published_at__lt=published_at) | Q(published_at=published_at, product_id__lt=last))


def _page(rows: QuerySet[Listing], *, language: str, now: datetime) -> Shelf:
    found = list(rows_of(rows[: PAGE + 1]))
    cards = tuple(card(row, language=language, now=now) for row in found[:PAGE])
    return Shelf(cards=cards, next_key=cards[-1].key if len(found) > PAGE else "")
