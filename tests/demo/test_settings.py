"""The demo of `make up` can be paid into, with settings of its own and nothing in the environment."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASK = "from payments.gateways.registry import offered; print(*offered())"


def offered(**more: str) -> list[str]:
    """The ways to pay under the settings of development."""
    kept = {name: os.environ[name] for name in ("PATH", "DATABASE_URL", "REDIS_URL") if name in os.environ}
    environment = {
        **kept,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none",
        "REDIS_URL": "redis://127.0.0.1:9/0",
        "SECRET_KEY": "demo-x",
        "FIELD_KEYS": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "LOOKUP_KEY": "demo-0",
        **more,
    }
    asked = subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", "shell", "--no-imports", "-c", ASK],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    return asked.stdout.split()


def test_a_demo_takes_transfers_on_an_account_that_no_bank_has() -> None:
    assert offered() == ["bank_transfer", "cash_on_delivery"]


def test_without_a_demo_nothing_is_made_up() -> None:
    assert offered(IS_DEMO="false") == ["cash_on_delivery"]
