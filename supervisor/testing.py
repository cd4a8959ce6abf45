"""`make test`: the same engines on throw-away settings, then pytest."""

import os

import psycopg
from psycopg import sql

from supervisor.commands import run_python
from supervisor.debian import install_browser
from supervisor.engines import engines
from supervisor.keys import demo_keys
from supervisor.lock import TESTS, lock
from supervisor.places import ROOT, VAR

FOLDER = VAR / "test"
NO_TESTS = 5
# Each change of a migration leaves a template behind; branches come back to the last few.
TEMPLATES_KEPT = 3


def test(arguments: list[str]) -> int:
    """Migrations complete, then the fast tests in parallel, then those in a browser. Returns an exit code."""
    held = lock(FOLDER / "lock", refusal=TESTS)
    password = demo_keys(FOLDER / "keys.json")["POSTGRES_PASSWORD"]
    try:
        with engines(FOLDER, password=password, is_durable=False) as running:
            if "DATABASE_URL" not in os.environ:
                _drop_old_templates(running.addresses["DATABASE_URL"])
            return _run_tests(arguments, running.addresses)
    finally:
        held.close()


def _run_tests(arguments: list[str], addresses: dict[str, str]) -> int:
    environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": "config.settings.test"}

    def python(*command: str) -> int:
        return run_python(list(command), environment=environment)

    # English pages are tested in English: the catalogues are made from the .po files, as `make up` does.
    if code := python("-m", "tools.messages", "compile"):
        return code
    if code := python("manage.py", "makemigrations", "--check", "--dry-run"):
        return code
    # A file a worker: tests of one file share what they set up.
    code = python("-m", "pytest", "-n", "2", "--dist", "loadfile", "-m", "not browser", *arguments)
    if code not in {0, NO_TESTS} or not _has_browser_tests():
        return code
    if browser := install_browser():
        environment["CHROMIUM"] = browser
    in_browser = python("-m", "pytest", "-m", "browser", *arguments)
    return code if in_browser == NO_TESTS else in_browser


def _has_browser_tests() -> bool:
    return any(
        "mark.browser" in path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")
    )


def _drop_old_templates(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as admin:
        found = admin.execute(
            "SELECT datname FROM pg_database WHERE datname ~ '^(template|test)_[0-9a-f]' ORDER BY oid DESC"
        ).fetchall()
        names = [str(row[0]) for row in found]
        templates = [name for name in names if name.startswith("template_")]
        # Databases of workers are left over from runs that were killed.
        for name in [*templates[TEMPLATES_KEPT:], *(name for name in names if name.startswith("test_"))]:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
