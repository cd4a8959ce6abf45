"""Commands that we wait for. They end when we are told to."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from supervisor.children import end_with_us
from supervisor.places import ROOT
from supervisor.signals import Told, check, pause

PATIENCE_SECONDS = 15.0


def run(command: Sequence[str], *, environment: Mapping[str, str], output: IO[bytes] | None = None) -> int:
    """Runs a command in the project's folder; its exit code. `output` None means ours.

    Raises:
        Told: we are to stop; the command has ended.
    """
    process = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=ROOT,
        stdout=output,
        stderr=output,
        start_new_session=True,
        preexec_fn=end_with_us,  # noqa: PLW1509  the supervisor has one thread
    )
    try:
        while process.poll() is None:
            pause()
    except Told:
        # As Ctrl-C does: pytest then says what it has done so far and ends its workers.
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=PATIENCE_SECONDS)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    check()
    return process.returncode


def run_python(
    arguments: Sequence[str], *, environment: Mapping[str, str], output: IO[bytes] | None = None
) -> int:
    """Runs this Python; its exit code.

    Raises:
        Told: we are to stop; the command has ended.
    """
    return run([sys.executable, *arguments], environment=environment, output=output)


def last_line(log: Path) -> str:
    """What a command said last, short enough for a line of ours."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1].strip()[:200] if lines else ""
