"""PostgreSQL and Valkey for as long as they are needed; addresses from the environment take their place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from supervisor import postgres, valkey
from supervisor.children import Child
from supervisor.places import home
from supervisor.ports import answers, remembered, wait_until

READY_SECONDS = 60.0


@dataclass(slots=True)
class Engines:
    """What runs and where it is reached: DATABASE_URL and REDIS_URL."""

    addresses: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)


@contextmanager
def engines(folder: Path, *, password: str, is_durable: bool) -> Iterator[Engines]:
    """Starts what DATABASE_URL and REDIS_URL do not name."""
    folder.mkdir(parents=True, exist_ok=True)
    ports = remembered(folder / "ports.json", "postgres", "valkey")
    running = Engines()
    try:
        if address := os.environ.get("DATABASE_URL"):
            running.addresses["DATABASE_URL"] = address
        else:
            _start_postgres(running, folder, ports["postgres"], password=password, is_durable=is_durable)
        if address := os.environ.get("REDIS_URL"):
            running.addresses["REDIS_URL"] = address
        else:
            _start_valkey(running, folder, ports["valkey"], is_durable=is_durable)
        yield running
    finally:
        for child in reversed(running.children):
            child.stop()


def _start_postgres(running: Engines, folder: Path, port: int, *, password: str, is_durable: bool) -> None:
    place = home(folder)
    postgres.prepare(place, password=password)
    server = postgres.child(place, port=port, log=folder / "postgres.log", is_durable=is_durable)
    running.children.append(server)
    server.start()
    wait_until(
        lambda: postgres.accepts(place, port),
        seconds=READY_SECONDS,
        name=server.name,
        meanwhile=server.watch,
    )
    running.addresses["DATABASE_URL"] = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"


def _start_valkey(running: Engines, folder: Path, port: int, *, is_durable: bool) -> None:
    store = valkey.child(
        folder=folder / "valkey", port=port, log=folder / "valkey.log", is_durable=is_durable
    )
    running.children.append(store)
    store.start()
    wait_until(lambda: answers(port), seconds=READY_SECONDS, name=store.name, meanwhile=store.watch)
    running.addresses["REDIS_URL"] = f"redis://127.0.0.1:{port}/0"
