"""What the tests of the supervisor see of real processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from supervisor.places import ROOT

PATIENCE_SECONDS = 20.0


def until(true: Callable[[], bool]) -> bool:
    """Whether it came true in time."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def is_alive(pid: int) -> bool:
    """Whether it runs; one that has ended and was not yet waited for does not."""
    seen = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return seen.stdout.strip() != "" and not seen.stdout.strip().startswith("Z")


def running_in(folder: Path) -> list[str]:
    """Commands of this machine that name the folder."""
    seen = subprocess.run(["ps", "-eo", "stat=,args="], capture_output=True, text=True, check=True)
    return [line for line in seen.stdout.splitlines() if str(folder) in line and not line.startswith("Z")]


def market(folder: Path, verb: str = "up", **named: str) -> subprocess.Popen[str]:
    """The supervisor on a folder of its own, with nothing but `named` in its environment."""
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(folder), **named}
    return subprocess.Popen(
        [sys.executable, "-m", "supervisor", verb],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_as_from_a_terminal,  # noqa: PLW1509  no other thread holds a lock then
    )


def _as_from_a_terminal() -> None:
    """Tests run under nohup too, which would have the market ignore SIGHUP."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def said(started: subprocess.Popen[str]) -> Mapping[str, object]:
    """All that it said, and its exit code, once it has ended."""
    output, _ = started.communicate(timeout=60)
    return {"code": started.returncode, "lines": output.strip().splitlines()}
