"""Fills a market with any number of goods by SQL, past the services, within every constraint and trigger."""

from datetime import datetime
from pathlib import Path

import psycopg

SQL = Path(__file__).with_name("goods.sql").read_text(encoding="utf-8")
# 水洒村, the village whose storefront is full.
FULL_VILLAGE = "440883106206"
HOUSEHOLD_SELLS = 10
# Products that each have ten packs, and the one that the burst is about. The prototypes come before them.
RACES, RACE_STOCK = range(31, 41), 10
BURST_PRODUCT, BURST_STOCK = 41, 200
LEAST = 100
NUMBERED = (
    "households_household",
    "partner_partner",
    "vendors_vendor",
    "vendors_payeeaccount",
    "catalogue_product",
    "partner_stockrecord",
)


def fill(address: str, *, products: int, now: datetime) -> None:
    """`products` listings on sale, ten a household, in a market that holds the prototypes alone.

    Raises:
        ValueError: fewer than the races and the burst need.
    """
    if products < LEAST:
        raise ValueError(f"at least {LEAST} products")
    with psycopg.connect(address, cursor_factory=psycopg.ClientCursor) as connection:
        sellers, goods = _count(connection, "vendors_vendor"), _count(connection, "catalog_listing")
        connection.execute(
            SQL,
            {
                "now": now,
                "products": products,
                "households": max(products // HOUSEHOLD_SELLS, sellers),
                "sellers": sellers,
                "goods": goods,
                "full_village": FULL_VILLAGE,
                "first_race": RACES.start,
                "last_race": RACES.stop - 1,
                "race_stock": RACE_STOCK,
                "burst_product": BURST_PRODUCT,
                "burst_stock": BURST_STOCK,
            },
        )
        for table in NUMBERED:
            connection.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
            )


def _count(connection: psycopg.Connection[tuple[object, ...]], table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608  our own names
    return int(str(row[0])) if row else 0
