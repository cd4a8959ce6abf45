"""`python -m bench [--products 500,20000] [--rounds 5] [--requests 60] [--purchases 10] [--write] [--large]`."""

import argparse
import sys
import time

from bench import large, measure, report
from bench.ground import ground
from bench.market import server as market_server
from bench.timing import Effort
from supervisor.signals import Told
from supervisor.words import Stop

# The large one takes three gigabytes.
SIZED = "^bench_(market|oscar)_[0-9]{1,9}$"
LARGE_PRODUCTS, LARGE_LINES = 100_000, 1_000_000


def main(arguments: list[str]) -> int:
    """Measures, prints, and writes the table into docs/performance.md when asked to."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--products", default="500,20000", help="sizes, with commas")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=60, help="of a page in each round")
    parser.add_argument("--purchases", type=int, default=10, help="in each round")
    parser.add_argument(
        "--large", action="store_true", help="the market alone, 100,000 goods, a million order lines"
    )
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args(arguments)
    effort = Effort(rounds=options.rounds, requests=options.requests, purchases=options.purchases)
    base = ground()
    began = time.monotonic()
    settings = market_server.environment(address="", redis=base.redis, keys=base.keys)
    market_server.migrate(base.server, settings, log=base.folder / "prepare.log")
    try:
        if options.large:
            rows = large.rows(base, products=LARGE_PRODUCTS, lines=LARGE_LINES, effort=effort)
        else:
            rows = measure.bare_rows(base, effort)
            for products in (int(part) for part in options.products.split(",")):
                rows += measure.sized_rows(base, products, effort)
    finally:
        base.server.drop(SIZED)
    text = report.table(rows)
    print(text)
    print(report.conditions(time.monotonic() - began))
    if options.write:
        report.write("bench-large" if options.large else "bench", text)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except Told as told:
        sys.exit(128 + told.number)
