"""Ports on the loopback."""

import json
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

from supervisor.files import write_private
from supervisor.signals import pause
from supervisor.words import Stop

HOST = "127.0.0.1"
HIGHEST = 65_535


def wanted_port(default: int = 8000) -> int:
    """The port that PORT asks for.

    Raises:
        Stop: it is no port.
    """
    text = os.environ.get("PORT") or str(default)
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= HIGHEST):
        raise Stop(
            f"PORT 应为 1 到 65535 的数字，现为 {text}", f"PORT must be a number from 1 to 65535, not {text}"
        )
    return int(text)


def is_free(port: int) -> bool:
    """Whether we may listen there and nobody does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def remembered(path: Path, *names: str) -> dict[str, int]:
    """A port for each name: the same as last time, and another when somebody has taken it."""
    try:
        known: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        known = {}
    ports = {name: port if (port := known.get(name, 0)) and is_free(port) else free_port() for name in names}
    write_private(path, json.dumps(ports))
    return ports


def answers(port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def wait_until(
    ready: Callable[[], bool], *, seconds: float, name: str, meanwhile: Callable[[], None]
) -> None:
    """Waits until it is ready; `meanwhile` is called between the looks.

    Raises:
        Told: we are to stop.
        Stop: it was not in time, or `meanwhile` knows that it never will be.
    """
    end = time.monotonic() + seconds
    while not ready():
        meanwhile()
        if time.monotonic() > end:
            raise Stop(
                f"{name} 没有在 {seconds:.0f} 秒内启动", f"{name} did not start within {seconds:.0f} s"
            )
        pause()
