"""PostgreSQL and Valkey: started twice on the same data, also after a crash; gone when told to stop."""

import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from supervisor.accounts import OURS, server_account
from supervisor.engines import engines
from supervisor.places import everyone_reaches, home
from supervisor.ports import free_port
from tests.supervisor.processes import market, running_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Cleared at the end, also where root's data lies elsewhere."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    yield tmp_path
    if (data := home(tmp_path).data) != tmp_path:
        shutil.rmtree(data)


def test_engines_start_twice_on_the_same_data_also_after_a_crash(folder: Path) -> None:
    with engines(folder, password="secret", is_durable=True) as running:
        address = running.addresses["DATABASE_URL"]
        assert address.startswith("postgres://postgres:secret@127.0.0.1:")
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
            # Trigrams of Chinese text want a locale that knows its letters.
            connection.execute("CREATE EXTENSION pg_trgm")
            assert connection.execute("SELECT cardinality(show_trgm('土鸡蛋')) > 0").fetchone() == (True,)
        process = running.children[0].process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert (home(folder).data / "postgres" / "postmaster.pid").exists()
    with (
        engines(folder, password="secret", is_durable=True) as running,
        psycopg.connect(running.addresses["DATABASE_URL"]) as connection,
    ):
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)
    assert running_in(home(folder).data) == []


def test_data_are_closed_to_others_and_a_password_is_asked_for(folder: Path) -> None:
    with engines(folder, password="secret", is_durable=False) as running:
        data = home(folder).data / "postgres"
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        if server_account() != OURS:
            assert data.stat().st_uid == server_account().user
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(running.addresses["DATABASE_URL"].replace("secret", "wrong"))


def test_addresses_from_the_environment_take_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/market")
    monkeypatch.setenv("REDIS_URL", "redis://queue.example/1")
    with engines(tmp_path, password="secret", is_durable=True) as running:
        assert running.children == []
        assert running.addresses == {
            "DATABASE_URL": "postgres://db.example/market",
            "REDIS_URL": "redis://queue.example/1",
        }


def test_modes_of_folders_that_are_not_ours_stay(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    place = home(closed / "var")
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    if server_account() == OURS:
        assert place.data == closed / "var"
        return
    assert everyone_reaches(place.data)
    assert everyone_reaches(place.postgres / "bin" / "postgres")
    shutil.rmtree(place.data)


def test_nothing_is_left_of_a_market_told_to_stop_while_it_prepares(folder: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        started = market(folder, PORT=str(free_port()))
        assert started.stdout is not None
        while "preparing" not in (line := started.stdout.readline()):
            assert line, "it ended early"
        started.send_signal(number)
        output, _ = started.communicate(timeout=60)
        assert output.splitlines()[-1] == "已全部停止 / all is stopped"
        assert started.returncode == 0
        assert running_in(home(folder).data) == []
        assert running_in(folder) == []
