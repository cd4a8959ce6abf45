"""`python -m bench [--products 500,20000] [--rounds 5] [--requests 60] [--purchases 10] [--write]`: `make bench`."""

import argparse
import sys

from bench import measure, report
from bench.ground import ground
from bench.market import server as market_server
from bench.timing import Effort
from supervisor.signals import Told
from supervisor.words import Stop


def main(arguments: list[str]) -> int:
    """Measures, prints, and writes the table into docs/performance.md when asked to."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--products", default="500,20000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--purchases", type=int, default=10)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    effort = Effort(rounds=options.rounds, requests=options.requests, purchases=options.purchases)
    base = ground()
    settings = market_server.environment(address="", redis=base.redis, keys=base.keys)
    market_server.migrate(base.server, settings, log=base.folder / "prepare.log")
    rows = measure.bare_rows(base, effort)
    for products in (int(part) for part in options.products.split(",")):
        rows += measure.sized_rows(base, products, effort)
    text = report.table(rows)
    print(text)
    if options.write:
        report.write("bench", text)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except Told as told:
        sys.exit(128 + told.number)
