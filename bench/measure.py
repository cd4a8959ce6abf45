"""One size of the bench: databases filled, servers started, figures taken."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bench import databases
from bench.ground import Ground
from bench.market import goods
from bench.market import server as market_server
from bench.peer import shop
from bench.report import Row
from bench.servers import Program, Running, running
from bench.timing import Effort, Page, pages
from bench.visitor import Visitor
from supervisor.places import ROOT

# 番薯, sweet potato, as a browser writes it.
WORD = "%E7%95%AA%E8%96%AF"
STOREFRONT, PRODUCT, SEARCH = "storefront page, 24 cards", "product page", "search"


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


@contextmanager
def oscar_of(ground: Ground, products: int) -> Iterator[Running]:
    """The Oscar shop with the products of the market of the same size, which must be there."""
    database = f"bench_oscar_{products}"
    program = shop.prepare(ground)
    shop.fill(ground, program, database=database, market=f"bench_market_{products}")
    with running(shop.shop(ground, program, database=database), logs=ground.folder) as started:
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
    return [
        Page(STOREFRONT, server, f"/v/{goods.FULL_VILLAGE}/?n={{n}}"),
        Page(PRODUCT, server, f"{_product(server, '/p/50-x/')}?n={{n}}"),
        Page(SEARCH, server, f"/search/?q={WORD}&n={{n}}"),
    ]


def oscar_pages(server: Running) -> list[Page]:
    """Oscar's pages that show the same: all goods, one good, what a word finds."""
    return [
        Page(STOREFRONT, server, "/catalogue/?n={n}"),
        Page(PRODUCT, server, f"{_product(server, '/catalogue/x_50/')}?n={{n}}"),
        Page(SEARCH, server, f"/search/?q={WORD}&n={{n}}"),
    ]


def page_rows(market: Running, oscar: Running, ground: Ground, *, products: int, effort: Effort) -> list[Row]:
    """The pages of both at one size, in turns."""
    ours, theirs = market_pages(market), oscar_pages(oscar)
    figures = pages([*ours, *theirs], database=ground.server, effort=effort)
    return [
        Row(page.label, products, figures[index], figures[index + len(ours)])
        for index, page in enumerate(ours)
    ]


def sized_rows(ground: Ground, products: int, effort: Effort) -> list[Row]:
    """Everything at one size."""
    with market_of(ground, products) as market, oscar_of(ground, products) as oscar:
        return page_rows(market, oscar, ground, products=products, effort=effort)


def _product(server: Running, path: str) -> str:
    """The address of a product's page; a wrong slug leads to the right one."""
    with Visitor(server.address) as visitor:
        return visitor.get(path).path
