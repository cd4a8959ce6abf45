"""Commands that we wait for. They end when we are told to."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from supervisor.children import end_with_us
from supervisor.places import ROOT
from supervisor.signals import Told

PATIENCE_SECONDS = 15.0


def run_python(
    arguments: list[str], *, environment: Mapping[str, str], output: IO[bytes] | None = None
) -> int:
    """Runs Python in the project's folder; its exit code. `output` None means ours."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=dict(environment),
        cwd=ROOT,
        stdout=output,
        stderr=output,
        preexec_fn=end_with_us,  # noqa: PLW1509  the supervisor has one thread
    )
    try:
        return process.wait()
    except Told:
        # As Ctrl-C does: pytest then says what it has done so far and ends its workers.
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise


def last_line(log: Path) -> str:
    """What a command said last, short enough for a line of ours."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1].strip()[:200] if lines else ""
