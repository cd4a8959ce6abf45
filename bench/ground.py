"""What every measurement stands on: the one database server, the cache, keys, a folder for logs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import databases
from supervisor.keys import demo_keys
from supervisor.places import VAR
from supervisor.words import Stop

FOLDER = VAR / "bench"


@dataclass(frozen=True, slots=True)
class Ground:
    """The servers by their addresses."""

    server: databases.Server
    redis: str
    keys: Mapping[str, str]
    folder: Path


def ground() -> Ground:
    """As `make bench` has prepared it.

    Raises:
        Stop: DATABASE_URL or REDIS_URL is missing.
    """
    address, redis = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
    if not address or not redis:
        raise Stop("请用 make bench", "use make bench")
    FOLDER.mkdir(parents=True, exist_ok=True)
    keys = demo_keys(FOLDER / "keys.json")
    return Ground(
        server=databases.server(address),
        redis=redis,
        keys={name: value for name, value in keys.items() if name != "POSTGRES_PASSWORD"},
        folder=FOLDER,
    )
