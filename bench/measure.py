"""One size of the bench: what is asked of whom, row by row."""

from bench import labels
from bench.buyers import MarketBuyer, OscarBuyer
from bench.crowds import Crowd, burst, race
from bench.flow import through_flow
from bench.ground import Ground
from bench.market import goods
from bench.market import server as market_server
from bench.nginx import SITE, before
from bench.purchases import Shop, purchase_figures
from bench.report import Row, precise
from bench.servers import Running
from bench.shops import bare, market_database, market_good, market_of, oscar_good, oscar_of, sold
from bench.timing import MS, Effort, Page, pages
from bench.visitor import Visitor

# 番薯, sweet potato, as a browser writes it.
WORD = "%E7%95%AA%E8%96%AF"
ONE, THREE, BUYERS = 50, (50, 51, 52), 50
BURST_BUYERS, BURST_SECONDS = 500, 60.0
STOREFRONT = f"/v/{goods.FULL_VILLAGE}/"


def bare_rows(ground: Ground, effort: Effort) -> list[Row]:
    """What Django itself costs here."""
    with bare(ground) as server:
        asked = [Page(labels.STRING, server, "/string/"), Page(labels.SELECT, server, "/select/")]
        figures = pages(asked, database=ground.server, effort=effort)
    return [Row(page.label, 0, figure) for page, figure in zip(asked, figures, strict=True)]


def sized_rows(ground: Ground, products: int, effort: Effort) -> list[Row]:
    """Everything at one size. The Oscar shop takes its products from the market's database, so that comes first."""
    with market_of(ground, products) as market:
        with oscar_of(ground, products) as oscar:
            rows = page_rows(market, oscar, ground, products=products, effort=effort)
            rows += purchase_rows(market, oscar, ground, products=products, effort=effort)
            rows.append(race_row(market, oscar, ground, products=products))
            for label, ours, theirs in (
                (labels.MEMORY, f"{market.resident_mb():.0f} MB", f"{oscar.resident_mb():.0f} MB"),
                (labels.START, f"{market.start_up:.1f} s", f"{oscar.start_up:.1f} s"),
            ):
                rows.append(Row(label, products, ours, theirs))
        rows.append(burst_row(market, ground, products=products))
    return rows + flow_rows(ground, products, effort)


def page_rows(market: Running, oscar: Running, ground: Ground, *, products: int, effort: Effort) -> list[Row]:
    """The pages of both in turns, each as if for the first time: a number in the address sees to that."""
    ours = [
        Page(labels.STOREFRONT, market, f"{STOREFRONT}?n={{n}}"),
        Page(labels.PRODUCT, market, f"{market_good(market, ONE).path}?n={{n}}"),
        Page(labels.SEARCH, market, f"/search/?q={WORD}&n={{n}}"),
    ]
    theirs = [
        Page(labels.STOREFRONT, oscar, "/catalogue/?n={n}"),
        Page(labels.PRODUCT, oscar, f"{oscar_good(oscar, ONE).path}?n={{n}}"),
        Page(labels.SEARCH, oscar, f"/search/?q={WORD}&n={{n}}"),
    ]
    figures = pages([*ours, *theirs], database=ground.server, effort=effort)
    rows = [
        Row(page.label, products, figures[index], figures[index + len(ours)])
        for index, page in enumerate(ours)
    ]
    return [rows[0], *kept_rows(market, ground, products=products, effort=effort), *rows[1:]]


def kept_rows(market: Running, ground: Ground, *, products: int, effort: Effort) -> list[Row]:
    """The storefront's page when somebody has just asked for it: from Valkey, and from nginx where there is one."""
    with before(market, folder=ground.folder / "nginx") as front:
        asked = [Page(labels.KEPT, market, STOREFRONT)]
        if front is not None:
            asked.append(Page(labels.NGINX, market, STOREFRONT, front.address, SITE, front.processes))
        figures = pages(asked, database=ground.server, effort=effort)
    rows = [Row(page.label, products, figure) for page, figure in zip(asked, figures, strict=True)]
    return rows if front is not None else [*rows, Row(labels.NGINX, products, "nginx is not installed")]


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
    return [
        Row(labels.PURCHASE, products, ours, theirs),
        Row(labels.PLACING, products, our_step, their_step),
    ]


def race_row(market: Running, oscar: Running, ground: Ground, *, products: int) -> Row:
    """Fifty buyers for ten packs."""
    number = goods.RACES.start
    theirs = race([OscarBuyer(Visitor(oscar.address)) for _ in range(BUYERS)], oscar_good(oscar, number))
    return Row(
        labels.RACE, products, market_race(market, ground), outcome(theirs, sold(ground, oscar, number))
    )


def market_race(market: Running, ground: Ground) -> str:
    """The market's part of it."""
    number = goods.RACES.start
    crowd = race([MarketBuyer(Visitor(market.address)) for _ in range(BUYERS)], market_good(market, number))
    return outcome(crowd, sold(ground, market, number))


def outcome(crowd: Crowd, packs: int) -> str:
    """What became of the buyers, and how many packs the shop has promised."""
    return f"{packs} sold, {crowd.refused} told no, {crowd.errors} errors"


def burst_row(
    market: Running,
    ground: Ground,
    *,
    products: int,
    buyers: int = BURST_BUYERS,
    seconds: float = BURST_SECONDS,
) -> Row:
    """As from a link in a group: storefront, product, basket, checkout, order, all for one product."""
    good = market_good(market, goods.BURST_PRODUCT)
    crowd = burst(
        address=market.address,
        buyer=MarketBuyer,
        first_page=STOREFRONT,
        good=good,
        buyers=buyers,
        seconds=seconds,
    )
    words = (
        f"95 of 100 answers within {precise(crowd.p95 * MS)} ms, {crowd.errors} errors, "
        f"{sold(ground, market, good.product_id)} of {goods.BURST_STOCK} sold, {crowd.refused} told no"
    )
    return Row(labels.BURST, products, words)


def flow_rows(ground: Ground, products: int, effort: Effort) -> list[Row]:
    """The same without HTTP, in one process."""
    address = ground.server.named(market_database(products))
    settings = market_server.environment(address=address, redis=ground.redis, keys=ground.keys)
    seen = through_flow(
        settings, rounds=effort.rounds, purchases=effort.purchases, race_product=goods.RACES.start + 1
    )
    return [
        Row(labels.FLOW_PURCHASE, products, seen.purchase),
        Row(f"{labels.FLOW_PLACING}, {seen.statements} statements", products, seen.placing),
        Row(labels.FLOW_RACE, products, outcome(seen.race, seen.sold)),
    ]
