"""A management command against the running market: `make prove`."""

import json
import os

from supervisor.commands import run_python
from supervisor.lock import is_locked
from supervisor.places import VAR
from supervisor.up import ADDRESSES
from supervisor.words import Stop


def manage(arguments: list[str]) -> int:
    """Runs it; its exit code.

    Raises:
        Stop: the market does not run.
    """
    if not is_locked(VAR / "lock") or not ADDRESSES.exists():
        raise Stop("集市没有运行，请先 make up", "the market is not running: make up first")
    environment = {**os.environ, **json.loads(ADDRESSES.read_text(encoding="utf-8"))}
    return run_python(["manage.py", *arguments], environment=environment)
