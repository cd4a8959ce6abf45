"""gunicorn with the same workers for everyone, on the loopback."""

import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import processes
from supervisor.children import Child
from supervisor.ports import HOST, free_port, wait_until

WORKERS, THREADS = 2, 4
READY_SECONDS = 90.0
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  gunicorn's heartbeat, kept off the disk


@dataclass(frozen=True, slots=True)
class Program:
    """A WSGI application: how it is called in the tables, whose Python runs it, from which folder."""

    name: str
    python: str
    module: str
    folder: Path
    environment: Mapping[str, str]
    database: str
    # A page that answers 200 as soon as all is loaded.
    first_page: str


@dataclass(frozen=True, slots=True)
class Running:
    """A program that answers."""

    program: Program
    address: str
    child: Child
    # From the start of the process to the first page, in seconds.
    start_up: float

    def workers(self) -> list[int]:
        """The processes that answer requests."""
        process = self.child.process
        return processes.children(process.pid) if process is not None else []

    def resident_mb(self) -> float:
        """Memory of the larger worker, in MB."""
        return max((processes.resident_mb(pid) for pid in self.workers()), default=0.0)


@contextmanager
def running(program: Program, *, logs: Path, bind: str = "") -> Iterator[Running]:
    """The program under gunicorn; `bind` names a socket instead of a port of its own."""
    port = free_port()
    child = Child(
        name=program.name,
        command=[
            *(program.python, "-m", "gunicorn", program.module, "--bind", bind or f"{HOST}:{port}"),
            *("--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)),
            *("--keep-alive", "75", "--backlog", "1024", "--no-control-socket"),
            *(("--worker-tmp-dir", str(SHARED_MEMORY)) if os.access(SHARED_MEMORY, os.W_OK) else ()),
        ],
        log=logs / f"{program.name}.log",
        environment={**os.environ, **program.environment},
        folder=program.folder,
    )
    began = time.perf_counter()
    child.start()
    try:
        address = f"http://{HOST}:{port}"
        if not bind:
            _wait(child, lambda: _answers(address + program.first_page))
        else:
            _wait(child, lambda: Path(bind.removeprefix("unix:")).exists())
        yield Running(program, address, child, time.perf_counter() - began)
    finally:
        child.stop()


def _wait(child: Child, ready: Callable[[], bool]) -> None:
    wait_until(ready, seconds=READY_SECONDS, name=child.name, meanwhile=child.watch)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  our own loopback address
            return bool(answer.status == 200)  # noqa: PLR2004  HTTP's own number
    except (urllib.error.URLError, OSError):
        return False
