"""Sets up the Oscar shop: its environment, its database, the market's products."""

import os
import sys
from pathlib import Path

import psycopg

from bench.databases import Server, settle
from bench.ground import Ground
from bench.servers import Program
from supervisor.commands import last_line, run
from supervisor.words import Stop, say

HERE = Path(__file__).resolve().parent
PROJECT, REQUIREMENTS = HERE / "project", HERE / "requirements.txt"
# One template is enough: Oscar's migrations change with its version only.
TEMPLATE = "bench_oscar_4_2_1"
GOODS = """
COPY (
    SELECT product.id, product.title, product.slug, product.description, stock.price, stock.num_in_stock AS stock,
           vendor.shop_name AS shop, listing.category
    FROM catalogue_product AS product
    JOIN partner_stockrecord AS stock ON stock.product_id = product.id
    JOIN catalog_listing AS listing ON listing.product_id = product.id
    JOIN vendors_vendor AS vendor ON vendor.id = listing.vendor_id
) TO STDOUT WITH CSV HEADER
"""


def environment(ground: Ground, database: str) -> dict[str, str]:
    """What the shop reads from the environment."""
    media = ground.folder / "oscar-media"
    media.mkdir(exist_ok=True)
    return {
        "DATABASE_URL": ground.server.named(database),
        "REDIS_URL": ground.redis,
        "DJANGO_SETTINGS_MODULE": "peer.settings",
        "PYTHONPATH": str(PROJECT),
        "PEER_MEDIA": str(media),
    }


def python(ground: Ground) -> str:
    """The shop's Python, installed from PyPI when the requirements changed.

    Raises:
        Stop: installing failed.
    """
    home = ground.folder / "oscar"
    program, stamp = home / "bin" / "python", home / "installed.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return str(program)
    say("正在为对照安装 Oscar", "installing Oscar for comparison")
    log = ground.folder / "oscar-install.log"
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(home)],
        [
            str(program),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
            str(REQUIREMENTS),
        ],
    ):
        _run(command, {}, log)
    stamp.write_text(wanted, encoding="utf-8")
    return str(program)


def prepare(ground: Ground) -> str:
    """The environment and the migrated template; the shop's Python."""
    program = python(ground)
    if not ground.server.has(TEMPLATE):
        draft = f"{TEMPLATE}_draft"
        ground.server.make(draft)
        _run(
            [program, "-m", "django", "migrate", "--verbosity", "0"],
            environment(ground, draft),
            ground.folder / "oscar-prepare.log",
        )
        ground.server.rename(draft, TEMPLATE)
    return program


def fill(ground: Ground, program: str, *, database: str, market: str) -> None:
    """The shop's database with the products of a market's."""
    ground.server.make(database, template=TEMPLATE)
    goods = ground.folder / "goods.csv"
    copy_goods(ground.server, market, goods)
    _run(
        [program, "-m", "peer.fill", str(goods)],
        environment(ground, database),
        ground.folder / "oscar-prepare.log",
    )
    settle(ground.server.named(database))


def copy_goods(server: Server, market: str, path: Path) -> None:
    """Writes a market's products into a file."""
    with (
        psycopg.connect(server.named(market)) as connection,
        path.open("wb") as file,
        connection.cursor().copy(GOODS) as rows,
    ):
        for part in rows:
            file.write(part)


def shop(ground: Ground, program: str, *, database: str) -> Program:
    """The shop over one database."""
    return Program(
        name="oscar",
        python=program,
        module="peer.wsgi",
        folder=PROJECT,
        environment=environment(ground, database),
        database=database,
        first_page="/catalogue/",
    )


def _run(command: list[str], wanted: dict[str, str], log: Path) -> None:
    with log.open("ab") as output:
        code = run(command, environment={**os.environ, **wanted}, output=output)
    if code:
        raise Stop(f"对照商店准备失败，详见 {log}", f"the Oscar shop was not set up: {last_line(log)}")
