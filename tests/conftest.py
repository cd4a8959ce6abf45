"""Databases for tests: migrated once into a template, cloned for each worker and each test that commits.

Oscar brings over a hundred tables; migrating them costs many seconds, a clone a fraction of one. Some of our
tables refuse TRUNCATE, so a test that commits gets the database anew instead of a flush.
"""

import hashlib
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.utils import translation
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
# Any number will do; it only has to be the same for all workers.
TEMPLATE_LOCK = 440_883


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium a browser test is skipped by name."""
    if not os.environ.get("CHROMIUM"):
        missing = pytest.mark.skip(reason="no Chromium: `make test` says how to get it")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(missing)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the browser is required, as in CI, a browser test that did not run has failed."""
    report = yield
    if report.skipped and item.get_closest_marker("browser") and os.environ.get("BROWSER_REQUIRED"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and BROWSER_REQUIRED is set: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def market_language() -> None:
    """Every test begins in the market's own language: a request leaves its language active after it."""
    translation.deactivate()


def _template_name() -> str:
    digest = hashlib.sha256()
    for path in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py")):
        if "var" not in path.parts and ".venv" not in path.parts:
            digest.update(path.read_bytes())
    for path in sorted((ROOT / "places" / "data").glob("*.csv")):
        digest.update(path.read_bytes())
    digest.update((ROOT / "requirements.txt").read_bytes())
    return f"template_{digest.hexdigest()[:16]}"


def _administer() -> psycopg.Connection[tuple[object, ...]]:
    """A connection outside the test databases, for CREATE and DROP."""
    database = settings.DATABASES["default"]
    return psycopg.connect(
        host=database["HOST"],
        port=database["PORT"],
        user=database["USER"],
        password=database["PASSWORD"],
        dbname="postgres",
        autocommit=True,
    )


def _clone(name: str, template: str) -> None:
    connections.close_all()
    with _administer() as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )


def _ensure_template(template: str) -> None:
    """Migrates into the template unless it is there; one worker does it, the others wait."""
    with _administer() as admin:
        admin.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
            return
        building = f"{template}_building"
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(building)))
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(building)))
        _point_at(building)
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        admin.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(building), sql.Identifier(template)
            )
        )


def _point_at(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


@pytest.fixture(scope="session")
def database_template() -> str:
    """The name of the migrated template."""
    return _template_name()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_blocker: pytest.FixtureRequest, database_template: str
) -> Iterator[None]:
    """A database of this worker's own, cloned from the template."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    before = settings.DATABASES["default"]["NAME"]
    name = f"test_{before}_{database_template[-8:]}_{worker}"[:63]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        _ensure_template(database_template)
        _clone(name, database_template)
        _point_at(name)
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()
        with _administer() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        _point_at(before)


@pytest.fixture
def committed_db(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest, database_template: str
) -> Iterator[None]:
    """Real commits, seen by several connections; afterwards the database is cloned anew."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        _clone(str(connection.settings_dict["NAME"]), database_template)
