"""The market under gunicorn, as `make up` starts it."""

import hashlib
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bench.databases import Server, settle
from bench.servers import Program
from supervisor.commands import run_python
from supervisor.places import ROOT
from supervisor.words import Stop

# Templates of earlier migrations, and drafts that were never finished.
OLD = "^bench_market_[0-9a-f]{12}(_draft)?$"


@cache
def template() -> str:
    """The name of the database that each size is cloned from: another one when a migration changes.

    Asked once: a migration that somebody adds meanwhile belongs to the next run.
    """
    digest = hashlib.sha256()
    for path in [*sorted(ROOT.glob("*/migrations/*.py")), *sorted(ROOT.glob("*/*/migrations/*.py"))]:
        digest.update(path.read_bytes())
    for path in sorted((ROOT / "places" / "data").glob("*.csv")):
        digest.update(path.read_bytes())
    digest.update((ROOT / "demo" / "data" / "goods.csv").read_bytes())
    return f"bench_market_{digest.hexdigest()[:12]}"


def environment(*, address: str, redis: str, keys: Mapping[str, str]) -> dict[str, str]:
    """Settings of a demo, without a stand-in for Stripe: the bench pays by transfer."""
    return {
        **{name: value for name, value in keys.items() if not name.startswith("STRIPE")},
        "DATABASE_URL": address,
        "REDIS_URL": redis,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "ALLOWED_HOSTS": "127.0.0.1,jishi.example",
        "BANK_ACCOUNT_NAME": "示例",
        "BANK_ACCOUNT_NUMBER": "0000000000000000",
        "BANK_NAME": "示例银行",
    }


def program(*, database: str, settings: Mapping[str, str]) -> Program:
    """The market over one database."""
    return Program(
        name="market",
        python=sys.executable,
        module="config.wsgi",
        folder=ROOT,
        environment=settings,
        database=database,
        first_page="/readyz",
    )


def migrate(server: Server, settings: Mapping[str, str], *, log: Path) -> None:
    """Makes the template, unless it is there, and the static files that pages name.

    Raises:
        Stop: a step failed.
    """
    name = template()
    address = server.named(name)
    is_there = server.has(name)
    if not is_there:
        server.drop(OLD)
        server.make(f"{name}_draft")
    wanted = {**os.environ, **settings, "DATABASE_URL": address if is_there else f"{address}_draft"}
    for step in (
        ["-m", "tools.messages", "compile"],
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        *([] if is_there else [["-m", "bench.market", "prototypes"]]),
    ):
        with log.open("ab") as output:
            if run_python(step, environment=wanted, output=output):
                raise Stop(
                    f"准备失败：{' '.join(step)}，详见 {log}",
                    f"preparing failed: {' '.join(step)}, see {log}",
                )
    if not is_there:
        settle(f"{address}_draft")
        server.rename(f"{name}_draft", name)
