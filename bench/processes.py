"""What processes have cost: CPU and memory, from Linux's /proc; without it both are unknown."""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
NANO = 1_000_000_000
IS_MEASURABLE = (PROC / "self" / "schedstat").exists()


def cpu_seconds(pids: Iterable[int]) -> float:
    """CPU that the living threads of these processes have used, in seconds."""
    used = 0
    for pid in pids:
        for thread in _listed(PROC / str(pid) / "task"):
            # A thread may end between the look and the reading.
            with suppress(OSError):
                used += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
    return used / NANO


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still live."""
    with suppress(OSError):
        return [int(part) for part in (PROC / f"{pid}/task/{pid}/children").read_text().split()]
    return []


def resident_mb(pid: int) -> float:
    """Resident memory in MB; 0 where nobody knows."""
    with suppress(OSError):
        for line in (PROC / str(pid) / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def parent(pid: int) -> int:
    """The process that started a process; 0 where nobody knows."""
    with suppress(OSError):
        # The name in brackets may hold spaces.
        return int((PROC / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    return 0


def backends(postmaster: int, database: str) -> list[int]:
    """PostgreSQL's processes that serve one database."""
    found = []
    for pid in children(postmaster):
        with suppress(OSError):
            title = (PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace")
            if f" {database} " in title:
                found.append(pid)
    return found


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU of the web server and of the database, and the time that passed, all in seconds."""

    web: float
    database: float
    wall: float


def cost_of(
    work: Callable[[], None], *, web: Callable[[], list[int]], database: Callable[[], list[int]]
) -> Cost:
    """What some work costs whom."""
    before_web, before_database = _each(web()), _each(database())
    began = time.perf_counter()
    work()
    wall = time.perf_counter() - began
    return Cost(web=_since(before_web, web()), database=_since(before_database, database()), wall=wall)


def _each(pids: Iterable[int]) -> dict[int, float]:
    return {pid: cpu_seconds([pid]) for pid in pids}


def _since(before: dict[int, float], pids: Iterable[int]) -> float:
    """What they have used since; who has begun meanwhile counts in full, who has ended not at all."""
    return sum(now - before.get(pid, 0.0) for pid, now in _each(pids).items())


def _listed(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [folder / name for name in os.listdir(folder)]  # noqa: PTH208  iterdir raises late
    return []
