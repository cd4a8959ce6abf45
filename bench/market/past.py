"""Fills a market with past orders by SQL: every row of the story to the settlement, within every constraint."""

from pathlib import Path

import psycopg

SQL = Path(__file__).with_name("past.sql").read_text(encoding="utf-8")
LINES_OF_ORDER = 2
# Vendors' goods begin beyond the prototypes and those of the races.
LEAST_HOUSEHOLDS = 20
NUMBERED = (
    "order_order",
    "order_line",
    "fulfilment_vendororder",
    "fulfilment_parcel",
    "payments_paymentattempt",
    "payments_receipt",
    "settlement_settlement",
)


def fill(address: str, *, lines: int) -> None:
    """So many order lines, two an order, in a market that has the one order of past_order.py.

    Raises:
        ValueError: the market has too few households.
    """
    with psycopg.connect(address, cursor_factory=psycopg.ClientCursor) as connection:
        row = connection.execute("SELECT count(*) FROM vendors_vendor").fetchone()
        households = int(row[0]) if row else 0
        if households < LEAST_HOUSEHOLDS:
            raise ValueError(f"at least {LEAST_HOUSEHOLDS} households")
        connection.execute(SQL, {"orders": lines // LINES_OF_ORDER, "households": households})
        for table in NUMBERED:
            connection.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
            )
