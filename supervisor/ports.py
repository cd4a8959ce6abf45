"""Ports on the loopback."""

import socket
import time
from collections.abc import Callable

from supervisor.words import Stop

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
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


def answers(port: int) -> bool:
    """Whether something listens there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def wait_until(ready: Callable[[], bool], *, seconds: float, name: str) -> None:
    """Waits until it is ready.

    Raises:
        Stop: it was not in time.
    """
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise Stop(
                f"{name} 没有在 {seconds:.0f} 秒内启动", f"{name} did not start within {seconds:.0f} s"
            )
        time.sleep(0.1)
