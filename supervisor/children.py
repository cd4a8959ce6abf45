"""Processes that end with us: each a group of its own, told to stop in order, killed if it will not."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from supervisor.words import Stop, say

PR_SET_PDEATHSIG = 1
PATIENCE_SECONDS = 20.0
MOST_RESTARTS = 5


@dataclass(slots=True)
class Child:
    """A process with its log. `stop_signal` asks it to end soon and in order."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str]
    account: str | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    restarts: int = 0
    restart_at: float = 0.0
    folder: str | None = field(default=None)

    def start(self) -> None:
        """Starts it in a session of its own, so that Ctrl-C reaches it through us only."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(self.environment),
                user=self.account,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=self._end_with_us,  # noqa: PLW1509  the supervisor has one thread
            )

    def stop(self) -> None:
        """Asks it to end, waits, then insists."""
        if self.process is None or self.process.poll() is not None:
            return
        self._signal(self.stop_signal)
        try:
            self.process.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self.process.wait()

    def watch(self) -> None:
        """Starts it again if it died, later each time.

        Raises:
            Stop: it keeps dying.
        """
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        if self.restart_at == 0.0:
            self.restarts += 1
            if self.restarts > MOST_RESTARTS:
                raise Stop(
                    f"{self.name} 反复退出，日志在 {self.log}",
                    f"{self.name} keeps ending, its log: {self.log}",
                )
            self.restart_at = now + 2.0**self.restarts / 2
            say(f"{self.name} 意外退出，即将重启", f"{self.name} ended, starting it again")
        elif now >= self.restart_at:
            self.restart_at = 0.0
            self.start()

    def _signal(self, number: signal.Signals) -> None:
        if self.process is None:
            return
        try:
            # PostgreSQL is asked by its first process alone; a whole group would panic.
            if number == signal.SIGKILL:
                os.killpg(self.process.pid, number)
            else:
                os.kill(self.process.pid, number)
        except ProcessLookupError:
            pass

    def _end_with_us(self) -> None:
        """Linux tells the child when we are killed outright; elsewhere there is no such word."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, self.stop_signal)
