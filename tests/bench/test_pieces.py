"""The bench's pieces on tiny sizes: rows by SQL that add up, buyers who buy, a race, a server. Nothing is timed."""

import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone
from pytest_django.fixtures import Settings

from bench import processes
from bench.buyers import Good, MarketBuyer, SoldOut
from bench.crowds import burst, race
from bench.databases import Server, server
from bench.large import signed_in
from bench.market import goods, past, past_order, prototypes, through_flow
from bench.servers import Program, running
from bench.timing import Effort, Page, pages
from bench.visitor import Visitor
from catalog.models import Listing
from fulfilment.services.sales_days import rebuild_sales_days
from income.prove import prove
from orders.models import Placement, SoldLine
from supervisor.places import ROOT
from tests.race.shop_server import running_shop
from vendors.partner.models import StockRecord

PRODUCTS = 240
pytestmark = pytest.mark.usefixtures("committed_db")


def address() -> str:
    """The test's own database, as an address."""
    database = settings.DATABASES["default"]
    who = quote(str(database["USER"])) + (
        f":{quote(str(database['PASSWORD']))}" if database["PASSWORD"] else ""
    )
    return f"postgres://{who}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


@pytest.fixture
def market(committed_db: None, settings: Settings) -> None:
    settings.BANK_ACCOUNT_NUMBER = "0000000000000000"
    _count_from_one()
    prototypes.main([])
    goods.fill(address(), products=PRODUCTS, now=timezone.now())


def _count_from_one() -> None:
    """As in the bench's own database: tests before this one were rolled back, and sequences never are."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


def good(product_id: int) -> Good:
    listing = Listing.objects.select_related("product").get(pk=product_id)
    return Good(product_id, f"/p/{product_id}-{quote(listing.product.slug)}/")


def test_goods_and_past_orders_made_by_sql_keep_every_identity(market: None) -> None:
    assert Listing.objects.filter(state="on_sale").count() == PRODUCTS
    past_order.main([])
    past.fill(address(), lines=200)
    assert (Placement.objects.count(), SoldLine.objects.count()) == (101, 202)
    assert rebuild_sales_days() > 0
    assert prove() == []


def test_too_few_goods_or_households_are_refused(market: None) -> None:
    with pytest.raises(ValueError, match="at least 100 products"):
        goods.fill(address(), products=99, now=timezone.now())
    assert Listing.objects.count() == PRODUCTS


def test_twelve_buyers_over_http_get_ten_packs(market: None) -> None:
    wanted = good(goods.RACES.start)
    with running_shop() as shop:
        crowd = race([MarketBuyer(Visitor(shop)) for _ in range(12)], wanted)
    assert (crowd.placed, crowd.refused, crowd.errors) == (10, 2, 0)
    assert StockRecord.objects.get(product_id=wanted.product_id).num_allocated == goods.RACE_STOCK
    assert prove() == []


def test_a_burst_sells_what_there_is_and_tells_the_others(market: None) -> None:
    wanted = good(goods.RACES.start)
    with running_shop() as shop:
        crowd = burst(
            address=shop,
            buyer=MarketBuyer,
            first_page=f"/v/{goods.FULL_VILLAGE}/",
            good=wanted,
            buyers=12,
            seconds=1,
        )
        with pytest.raises(SoldOut):
            MarketBuyer(Visitor(shop)).confirm([wanted])
    assert (crowd.placed, crowd.refused, crowd.errors) == (10, 2, 0)
    assert len(crowd.waits) > 12


def test_purchases_through_flow_print_one_line(market: None, capsys: pytest.CaptureFixture[str]) -> None:
    through_flow.main(["--rounds", "1", "--purchases", "1"])
    line = capsys.readouterr().out.strip()
    assert '"race": {"placed": 10, "refused": 40, "errors": 0, "sold": 10}' in line
    assert Placement.objects.count() == 13


def test_a_server_is_started_asked_and_stopped(market: None, tmp_path: Path) -> None:
    name = str(settings.DATABASES["default"]["NAME"])
    program = Program(
        name="bare",
        python=sys.executable,
        module="bench.bare.wsgi",
        folder=ROOT,
        environment={"DATABASE_URL": address()},
        database=name,
        first_page="/select/",
    )
    with running(program, logs=tmp_path) as server:
        asked = [Page("string", server, "/string/"), Page("select", server, "/select/?n={n}")]
        effort = Effort(rounds=1, requests=2, warm_up=1)
        figures = pages(asked, database=Server(address(), 0), effort=effort)
        assert all(figure.wall_ms > 0 for figure in figures)
        assert all(figure.web_ms > 0 for figure in figures) == processes.IS_MEASURABLE
        workers = server.workers()
    assert len(workers) == (2 if processes.IS_MEASURABLE else 0)
    assert not any((processes.PROC / str(pid)).exists() for pid in workers)


def test_the_office_opens_for_the_benchs_officer(market: None) -> None:
    with running_shop() as shop, Visitor(shop, cookies=signed_in(shop)) as officer:
        assert officer.send("GET", "/office/").status == 200


def test_a_server_on_this_machine_shows_its_processes(committed_db: None) -> None:
    found = server(address())
    is_here = bool(found.postmaster)
    name = str(settings.DATABASES["default"]["NAME"])
    connection.ensure_connection()
    assert bool(found.backends(name)) == is_here


def test_databases_are_dropped_by_their_names(committed_db: None) -> None:
    server = Server(address(), 0)
    for name in ("bench_tried_1", "bench_tried_x"):
        server.make(name)
    server.drop("^bench_tried_[0-9]$")
    assert [server.has(name) for name in ("bench_tried_1", "bench_tried_x")] == [False, True]
    server.drop("^bench_tried_x$")
