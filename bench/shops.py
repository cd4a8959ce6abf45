"""The servers that are compared: bare Django, the market, the Oscar shop, each over a database of its size."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import psycopg

from bench import databases
from bench.buyers import Good
from bench.ground import Ground
from bench.market import goods
from bench.market import server as market_server
from bench.peer import shop
from bench.servers import Program, Running, running
from bench.visitor import Visitor
from supervisor.places import ROOT


def market_database(products: int) -> str:
    """Its name at this size."""
    return f"bench_market_{products}"


def fill_market(ground: Ground, products: int) -> dict[str, str]:
    """A fresh market of this size; its settings."""
    address = ground.server.make(market_database(products), template=market_server.template())
    goods.fill(address, products=products, now=datetime.now(UTC))
    databases.settle(address)
    return market_server.environment(address=address, redis=ground.redis, keys=ground.keys)


@contextmanager
def market_of(ground: Ground, products: int) -> Iterator[Running]:
    """The market, filled anew."""
    settings = fill_market(ground, products)
    program = market_server.program(database=market_database(products), settings=settings)
    with running(program, logs=ground.folder) as started:
        yield started


@contextmanager
def oscar_of(ground: Ground, products: int) -> Iterator[Running]:
    """The Oscar shop with the products of the market of the same size, which must be there."""
    database = f"bench_oscar_{products}"
    program = shop.prepare(ground)
    shop.fill(ground, program, database=database, market=market_database(products))
    with running(shop.shop(ground, program, database=database), logs=ground.folder) as started:
        yield started


@contextmanager
def bare(ground: Ground) -> Iterator[Running]:
    """Django with nothing in it, over the market's template."""
    database = market_server.template()
    program = Program(
        name="bare",
        python=sys.executable,
        module="bench.bare.wsgi",
        folder=ROOT,
        environment={"DATABASE_URL": ground.server.named(database)},
        database=database,
        first_page="/select/",
    )
    with running(program, logs=ground.folder) as started:
        yield started


def sold(ground: Ground, server: Running, product_id: int) -> int:
    """Packs that orders have of a product: held in the market, allocated in Oscar."""
    with psycopg.connect(ground.server.named(server.program.database)) as connection:
        row = connection.execute(
            "SELECT coalesce(num_allocated, 0) FROM partner_stockrecord WHERE product_id = %s", [product_id]
        ).fetchone()
    return int(row[0]) if row else 0


def market_good(server: Running, product_id: int) -> Good:
    """A product of the market."""
    return Good(product_id, _right_address(server, f"/p/{product_id}-x/"))


def oscar_good(server: Running, product_id: int) -> Good:
    """A product of the Oscar shop."""
    return Good(product_id, _right_address(server, f"/catalogue/x_{product_id}/"))


def _right_address(server: Running, path: str) -> str:
    """A wrong slug leads to the right one."""
    with Visitor(server.address) as visitor:
        return visitor.get(path).path
