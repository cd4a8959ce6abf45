"""Migrates beside the running version, then gives the application its rights: `python -m deploy.migrate`.

A migration that waits for a table's lock makes every request behind it wait too. So it waits two seconds at most,
steps back and tries again.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import django
from django.core.management import call_command
from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable

GRANTS = Path(__file__).resolve().parent / "grants.sql"
ATTEMPTS = 30
PAUSE_SECONDS = 2.0


def refuse_wrong_role() -> None:
    """The owner migrates, and the application's role is there.

    Raises:
        SystemExit: otherwise, with what to do.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, EXISTS (SELECT FROM pg_roles WHERE rolname = 'yanxing_app')",
        )
        user, has_application = cursor.fetchone()
    if not has_application:
        sys.exit("The role yanxing_app is missing: run deploy/roles.sql as a superuser first.")
    if user == "yanxing_app":
        sys.exit("DATABASE_URL names yanxing_app. Migrate as yanxing_owner: deploy/migrate.env.example.")


def patiently(act: Callable[[], None], *, attempts: int, pause: Callable[[], None]) -> None:
    """Does it, again while somebody holds a lock that it needs.

    Raises:
        OperationalError: the last attempt failed, or it failed for another reason.
    """
    for left in reversed(range(attempts)):
        try:
            act()
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable) or not left:
                raise
            print(f"a table is in use, {left} attempts left", file=sys.stderr)  # noqa: T201  a command's own words
        else:
            return
        pause()


def give_rights() -> None:
    """Rights over the tables there are now."""
    with connection.cursor() as cursor:
        cursor.execute(GRANTS.read_text(encoding="utf-8"))


def main() -> None:
    """Checks, migrates, gives the rights."""
    # Read by PostgreSQL's client library when it connects.
    os.environ["PGOPTIONS"] = "-c lock_timeout=2s"
    django.setup()
    refuse_wrong_role()
    for act in (lambda: call_command("migrate", interactive=False), give_rights):
        patiently(act, attempts=ATTEMPTS, pause=lambda: time.sleep(PAUSE_SECONDS))


if __name__ == "__main__":
    main()
