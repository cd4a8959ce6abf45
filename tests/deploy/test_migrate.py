"""`python -m deploy.migrate`: who may, and how it waits for a table that is in use."""

import os

import psycopg
import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction

from deploy.migrate import give_rights, patiently, refuse_wrong_role
from tests.deploy.names import ROOT


@pytest.fixture
def roles(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute((ROOT / "deploy" / "roles.sql").read_text(encoding="utf-8"))


def test_the_role_must_be_there_first(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = 'yanxing_app'")
        if cursor.rowcount:
            pytest.skip("this server has the role")
    with pytest.raises(SystemExit, match=r"run deploy/roles\.sql as a superuser first"):
        refuse_wrong_role()


def test_the_application_does_not_migrate(roles: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE yanxing_app")
        with pytest.raises(SystemExit, match="Migrate as yanxing_owner"):
            refuse_wrong_role()
        cursor.execute("RESET ROLE")
    refuse_wrong_role()


def test_rights_are_given_to_what_is_there(roles: None) -> None:
    give_rights()
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('yanxing_app', 'income_incomeentry', 'INSERT')")
        assert cursor.fetchone() == (True,)


def lock_table() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '50ms'")
        cursor.execute("LOCK TABLE django_session IN ACCESS EXCLUSIVE MODE")


@pytest.fixture
def other(db: None) -> psycopg.Connection[tuple[object, ...]]:
    """Somebody else, who reads a table and has not finished."""
    database = connection.settings_dict
    somebody = psycopg.connect(
        host=database["HOST"],
        port=database["PORT"],
        user=database["USER"],
        password=database["PASSWORD"],
        dbname=database["NAME"],
    )
    somebody.execute("SELECT FROM django_session LIMIT 1")
    return somebody


def test_it_steps_back_and_tries_again(
    other: psycopg.Connection[tuple[object, ...]], capfd: pytest.CaptureFixture[str]
) -> None:
    patiently(lock_table, attempts=3, pause=other.close)
    assert capfd.readouterr().err == "a table is in use, 2 attempts left\n"


def test_it_gives_up_after_the_last_attempt(other: psycopg.Connection[tuple[object, ...]]) -> None:
    pauses = []
    with pytest.raises(OperationalError):
        patiently(lock_table, attempts=3, pause=lambda: pauses.append(1))
    assert len(pauses) == 2
    other.close()


def test_another_failure_is_not_repeated(db: None) -> None:
    def fail() -> None:
        with transaction.atomic():
            connection.cursor().execute("SELECT * FROM nothing_of_the_kind")

    with pytest.raises(ProgrammingError):
        patiently(fail, attempts=3, pause=lambda: pytest.fail("waited"))


def test_nothing_is_set_by_importing() -> None:
    assert "lock_timeout" not in os.environ.get("PGOPTIONS", "")
