"""The market alone with 100,000 goods and a million order lines: `make bench-large`."""

import os
import time
from collections.abc import Mapping

from bench import labels, measure
from bench.buyers import MarketBuyer
from bench.databases import settle
from bench.ground import Ground
from bench.market import past
from bench.market import server as market_server
from bench.people import LOGIN, PASSWORD
from bench.purchases import Shop, purchase_figures
from bench.report import Row
from bench.servers import Running, running
from bench.shops import fill_market, market_database, market_good
from bench.timing import Effort, Page, pages
from bench.visitor import Visitor, form_on
from supervisor.commands import run_python
from supervisor.words import Stop, say

TOWN = "440883106"


def rows(ground: Ground, *, products: int, lines: int, effort: Effort) -> list[Row]:
    """Fills, measures, proves."""
    say(
        f"正在写入 {products} 件商品和 {lines} 行订单",
        f"writing {products:,} goods and {lines:,} order lines",
    )
    settings, seconds = fill(ground, products=products, lines=lines)
    program = market_server.program(database=market_database(products), settings=settings)
    with running(program, logs=ground.folder) as market:
        found = page_rows(market, ground, products=products, effort=effort)
        found += purchase_rows(market, ground, products=products, effort=effort)
        found.append(Row(labels.RACE, products, measure.market_race(market, ground)))
        found.append(measure.burst_row(market, ground, products=products))
        found.append(Row(labels.MEMORY, products, f"{market.resident_mb():.0f} MB"))
    found.append(Row(labels.HISTORY, products, f"{lines:,} order lines, {seconds:.0f} s"))
    return [*found, prove_row(ground, settings, products=products)]


def fill(ground: Ground, *, products: int, lines: int) -> tuple[dict[str, str], float]:
    """Goods, past orders, roll-ups; the market's settings and the seconds it took."""
    began = time.monotonic()
    settings = fill_market(ground, products)
    _python(["-m", "bench.market", "past_order"], ground, settings)
    past.fill(settings["DATABASE_URL"], lines=lines)
    _python(["manage.py", "rebuild_figures"], ground, settings)
    settle(settings["DATABASE_URL"])
    return settings, time.monotonic() - began


def page_rows(market: Running, ground: Ground, *, products: int, effort: Effort) -> list[Row]:
    """The shop's pages, a town's storefront, and the office's figures."""
    asked = [
        Page(labels.STOREFRONT, market, f"{measure.STOREFRONT}?n={{n}}"),
        Page(labels.TOWN, market, f"/t/{TOWN}/?n={{n}}"),
        Page(labels.PRODUCT, market, f"{market_good(market, measure.ONE).path}?n={{n}}"),
        Page(labels.SEARCH, market, f"/search/?q={measure.WORD}&n={{n}}"),
        Page(labels.OFFICE, market, "/office/", cookies=signed_in(market.address)),
    ]
    figures = pages(asked, database=ground.server, effort=effort)
    found = [Row(page.label, products, figure) for page, figure in zip(asked, figures, strict=True)]
    kept = measure.kept_rows(market, ground, products=products, effort=effort)
    return [found[0], *kept, *found[1:]]


def purchase_rows(market: Running, ground: Ground, *, products: int, effort: Effort) -> list[Row]:
    """A purchase of three goods and its last step."""
    shop = Shop(market, MarketBuyer, [market_good(market, number) for number in measure.THREE])
    [(whole, step)] = purchase_figures(
        [shop], database=ground.server, rounds=effort.rounds, purchases=effort.purchases
    )
    return [Row(labels.PURCHASE, products, whole), Row(labels.PLACING, products, step)]


def prove_row(ground: Ground, settings: Mapping[str, str], *, products: int) -> Row:
    """Every identity over all of it, purchases of the bench included.

    Raises:
        Stop: one does not hold.
    """
    began = time.monotonic()
    _python(["manage.py", "prove"], ground, settings)
    return Row(labels.PROVE, products, f"all hold, {time.monotonic() - began:.1f} s")


def signed_in(address: str) -> dict[str, str]:
    """The cookies of the city's officer, who has seen the office's page."""
    with Visitor(address) as visitor:
        form = form_on(visitor.get("/account/sign-in/"), holding="password")
        visitor.post("/account/sign-in/", form.fields | {"login": LOGIN, "password": PASSWORD})
        visitor.get("/office/")
        return dict(visitor.cookies)


def _python(command: list[str], ground: Ground, settings: Mapping[str, str]) -> None:
    log = ground.folder / "large.log"
    with log.open("ab") as output:
        if run_python(command, environment={**os.environ, **settings}, output=output):
            raise Stop(f"{' '.join(command)} 失败，详见 {log}", f"{' '.join(command)} failed, see {log}")
