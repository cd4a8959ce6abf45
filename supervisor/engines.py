"""PostgreSQL and Valkey for as long as they are needed; addresses from the environment take their place."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from supervisor import postgres, valkey
from supervisor.children import Child
from supervisor.places import home
from supervisor.ports import answers, free_port, is_free, wait_until

READY_SECONDS = 60.0


@contextmanager
def engines(folder: Path, *, password: str, is_durable: bool) -> Iterator[tuple[dict[str, str], list[Child]]]:
    """Starts what DATABASE_URL and REDIS_URL do not name; yields both addresses and the processes."""
    folder.mkdir(parents=True, exist_ok=True)
    ports = _ports(folder / "ports.json")
    addresses: dict[str, str] = {}
    children: list[Child] = []
    try:
        if address := os.environ.get("DATABASE_URL"):
            addresses["DATABASE_URL"] = address
        else:
            place = home(folder)
            postgres.prepare(place, password=password)
            server = postgres.child(
                place, port=ports["postgres"], log=folder / "postgres.log", is_durable=is_durable
            )
            server.start()
            children.append(server)
            wait_until(
                lambda: postgres.accepts(place, ports["postgres"]), seconds=READY_SECONDS, name="PostgreSQL"
            )
            addresses["DATABASE_URL"] = (
                f"postgres://postgres:{password}@127.0.0.1:{ports['postgres']}/postgres"
            )
        if address := os.environ.get("REDIS_URL"):
            addresses["REDIS_URL"] = address
        else:
            store = valkey.child(
                folder=folder / "valkey",
                port=ports["valkey"],
                log=folder / "valkey.log",
                is_durable=is_durable,
            )
            store.start()
            children.append(store)
            wait_until(lambda: answers(ports["valkey"]), seconds=READY_SECONDS, name="Valkey")
            addresses["REDIS_URL"] = f"redis://127.0.0.1:{ports['valkey']}/0"
        yield addresses, children
    finally:
        for child in reversed(children):
            child.stop()


def _ports(path: Path) -> dict[str, int]:
    """The ports of this folder: remembered, and chosen anew when somebody else has taken one."""
    known: dict[str, int] = json.loads(path.read_text()) if path.exists() else {}
    ports = {
        name: port if (port := known.get(name, 0)) and is_free(port) else free_port()
        for name in ("postgres", "valkey", "standin")
    }
    path.write_text(json.dumps(ports))
    return ports
