"""One size of the bench: databases filled, servers started, figures taken."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bench import bare, databases, market
from bench.ground import Ground
from bench.market import goods
from bench.market import server as market_server
from bench.report import Row
from bench.servers import Program, Running, running
from bench.timing import Effort, Figure, Page, pages
from bench.visitor import Visitor
from supervisor.places import ROOT

__all__ = ["bare", "market"]

# 番薯, sweet potato, as a browser writes it.
WORD = "%E7%95%AA%E8%96%AF"


def bare_program(ground: Ground, database: str) -> Program:
    """The bare view beside the market's own database."""
    return Program(
        name="bare",
        python=sys.executable,
        module="bench.bare.wsgi",
        folder=ROOT,
        environment={"DATABASE_URL": ground.server.named(database)},
        database=database,
        first_page="/select/",
    )


@contextmanager
def market_of(ground: Ground, products: int) -> Iterator[Running]:
    """The market with so many products."""
    database = f"bench_market_{products}"
    address = ground.server.make(database, template=market_server.template())
    goods.fill(address, products=products, now=datetime.now(UTC))
    databases.settle(address)
    settings = market_server.environment(address=address, redis=ground.redis, keys=ground.keys)
    with running(market_server.program(database=database, settings=settings), logs=ground.folder) as started:
        yield started


def bare_rows(ground: Ground, effort: Effort) -> list[Row]:
    """What Django itself costs here."""
    with running(bare_program(ground, market_server.template()), logs=ground.folder) as server:
        asked = [
            Page("bare Django view, a string of 50 kB", server, "/string/"),
            Page("bare Django view, 50 kB after one SELECT", server, "/select/"),
        ]
        return [
            Row(page.label, 0, figure)
            for page, figure in zip(asked, pages(asked, database=ground.server, effort=effort), strict=True)
        ]


def market_pages(server: Running) -> list[Page]:
    """The pages that a visitor sees most, each time as if for the first time."""
    with Visitor(server.address) as visitor:
        product = visitor.get("/p/50-x/").path
    return [
        Page("storefront page, 24 cards", server, f"/v/{goods.FULL_VILLAGE}/?n={{n}}"),
        Page("product page", server, f"{product}?n={{n}}"),
        Page("search", server, f"/search/?q={WORD}&n={{n}}"),
    ]


def page_rows(ground: Ground, products: int, effort: Effort) -> list[Row]:
    """The pages at one size."""
    with market_of(ground, products) as server:
        asked = market_pages(server)
        figures: list[Figure] = pages(asked, database=ground.server, effort=effort)
        return [Row(page.label, products, figure) for page, figure in zip(asked, figures, strict=True)]
