"""One size of the bench: databases filled, servers started, figures taken."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg

from bench import databases
from bench.buyers import Good, MarketBuyer, OscarBuyer
from bench.crowds import race
from bench.flow import through_flow
from bench.ground import Ground
from bench.market import goods
from bench.market import server as market_server
from bench.peer import shop
from bench.purchases import Shop, purchase_figures
from bench.report import Row
from bench.servers import Program, Running, running
from bench.timing import Effort, Page, pages
from bench.visitor import Visitor
from supervisor.places import ROOT

# 番薯, sweet potato, as a browser writes it.
WORD = "%E7%95%AA%E8%96%AF"
STOREFRONT, PRODUCT, SEARCH = "storefront page, 24 cards", "product page", "search"
PURCHASE, PLACING = "purchase of three goods", "placing step of three goods, with the order's page"
RACE, MEMORY, START = "50 buyers for 10 packs", "memory of a worker", "start-up, process to first page"
THREE, BUYERS = (50, 51, 52), 50


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
        Page(PRODUCT, server, f"{market_good(server, 50).path}?n={{n}}"),
        Page(SEARCH, server, f"/search/?q={WORD}&n={{n}}"),
    ]


def oscar_pages(server: Running) -> list[Page]:
    """Oscar's pages that show the same: all goods, one good, what a word finds."""
    return [
        Page(STOREFRONT, server, "/catalogue/?n={n}"),
        Page(PRODUCT, server, f"{oscar_good(server, 50).path}?n={{n}}"),
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
        rows = page_rows(market, oscar, ground, products=products, effort=effort)
        rows += purchase_rows(market, oscar, ground, products=products, effort=effort)
        rows += race_rows(market, oscar, ground, products=products)
        return [
            *rows,
            Row(MEMORY, products, f"{market.resident_mb():.0f} MB", f"{oscar.resident_mb():.0f} MB"),
            Row(START, products, f"{market.start_up:.1f} s", f"{oscar.start_up:.1f} s"),
        ]


def purchase_rows(
    market: Running, oscar: Running, ground: Ground, *, products: int, effort: Effort
) -> list[Row]:
    """A purchase of three goods, from the product's page to the order's, and its last step."""
    shops = [
        Shop(market, MarketBuyer, [market_good(market, number) for number in THREE]),
        Shop(oscar, OscarBuyer, [oscar_good(oscar, number) for number in THREE]),
    ]
    (ours, our_step), (theirs, their_step) = purchase_figures(
        shops, database=ground.server, rounds=effort.rounds, purchases=effort.purchases
    )
    return [Row(PURCHASE, products, ours, theirs), Row(PLACING, products, our_step, their_step)]


def race_rows(market: Running, oscar: Running, ground: Ground, *, products: int) -> list[Row]:
    """Fifty buyers for ten packs."""
    first = market_good(market, goods.RACES.start)
    ours = race([MarketBuyer(Visitor(market.address)) for _ in range(BUYERS)], first)
    other = oscar_good(oscar, goods.RACES.start)
    theirs = race([OscarBuyer(Visitor(oscar.address)) for _ in range(BUYERS)], other)
    our_sold = sold(ground, market, other.product_id)
    their_sold = sold(ground, oscar, other.product_id)
    return [
        Row(
            RACE,
            products,
            f"{our_sold} sold, {ours.refused} told no, {ours.errors} errors",
            f"{their_sold} sold, {theirs.refused} told no, {theirs.errors} errors",
        )
    ]


def flow_rows(ground: Ground, products: int, effort: Effort) -> list[Row]:
    """The same without HTTP, in one process."""
    address = ground.server.named(f"bench_market_{products}")
    settings = market_server.environment(address=address, redis=ground.redis, keys=ground.keys)
    seen = through_flow(
        settings, rounds=effort.rounds, purchases=effort.purchases, race_product=goods.RACES.start + 1
    )
    outcome = f"{seen.race['sold']} sold, {seen.race['refused']} told no, {seen.race['errors']} errors"
    return [
        Row(f"{PURCHASE}, through flow/ alone", products, seen.purchase),
        Row(
            f"placing step of three goods, through flow/ alone, {seen.statements} statements",
            products,
            seen.placing,
        ),
        Row(f"{RACE}, through flow/ alone", products, outcome),
    ]


def sold(ground: Ground, server: Running, product_id: int) -> int:
    """Packs that orders have of a product: held in the market, allocated in Oscar."""
    with psycopg.connect(ground.server.named(server.program.database)) as connection:
        row = connection.execute(
            "SELECT coalesce(num_allocated, 0) FROM partner_stockrecord WHERE product_id = %s", [product_id]
        ).fetchone()
    return int(row[0]) if row else 0


def market_good(server: Running, product_id: int) -> Good:
    """A product of the market."""
    return Good(product_id, _product(server, f"/p/{product_id}-x/"))


def oscar_good(server: Running, product_id: int) -> Good:
    """A product of the Oscar shop."""
    return Good(product_id, _product(server, f"/catalogue/x_{product_id}/"))


def _product(server: Running, path: str) -> str:
    """The address of a product's page; a wrong slug leads to the right one."""
    with Visitor(server.address) as visitor:
        return visitor.get(path).path
