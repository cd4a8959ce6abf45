"""`make bench`: engines of its own, durable as in earnest, then the bench."""

import os

from supervisor.commands import run_python
from supervisor.engines import engines
from supervisor.keys import demo_keys
from supervisor.lock import lock
from supervisor.places import VAR
from supervisor.words import Stop

FOLDER = VAR / "bench"
TWICE = Stop("这个文件夹里的性能测试已经在运行", "a bench of this folder is running already")


def bench(arguments: list[str]) -> int:
    """Runs it; its exit code."""
    held = lock(FOLDER / "lock", refusal=TWICE)
    password = demo_keys(FOLDER / "keys.json")["POSTGRES_PASSWORD"]
    try:
        with engines(FOLDER, password=password, is_durable=True) as running:
            return run_python(["-m", "bench", *arguments], environment={**os.environ, **running.addresses})
    finally:
        held.close()
