"""Processes that end with us: each a group of its own, told to stop in order, killed if it will not."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from supervisor.accounts import OURS, Account
from supervisor.words import Stop, say

PR_SET_PDEATHSIG = 1
PATIENCE_SECONDS = 20.0
MOST_RESTARTS = 5
# Who ran this long is well again: its earlier falls are forgotten.
WELL_SECONDS = 60.0
LARGEST_LOG_BYTES = 20 * 1024 * 1024


@dataclass(slots=True)
class Child:
    """A process with its log. `stop_signal` asks it to end soon and in order."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str]
    account: Account = OURS
    stop_signal: signal.Signals = signal.SIGTERM
    process: subprocess.Popen[bytes] | None = None
    restarts: int = 0
    started_at: float = 0.0
    restart_at: float | None = None
    folder: Path | None = None

    def start(self) -> None:
        """Starts it in a session of its own, so that Ctrl-C reaches it through us only."""
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.old"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=dict(self.environment),
                user=self.account.user,
                group=self.account.group,
                extra_groups=self.account.extra_groups,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=self._end_with_us,  # noqa: PLW1509  the supervisor has one thread
            )
        self.started_at = time.monotonic()
        self.restart_at = None

    def ask_to_stop(self) -> None:
        """Asks its first process alone; PostgreSQL would panic if its whole group were asked."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(self.stop_signal)

    def await_end(self) -> None:
        """Waits until it has ended, then insists; ends what it left behind."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=PATIENCE_SECONDS)
        self._kill_group()
        self.process.wait()

    def stop(self) -> None:
        """Asks and waits."""
        self.ask_to_stop()
        self.await_end()

    def watch(self) -> None:
        """Starts it again if it died, later each time.

        Raises:
            Stop: it keeps dying.
        """
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        if self.restart_at is None:
            self._kill_group()
            self.restarts = 1 if now - self.started_at > WELL_SECONDS else self.restarts + 1
            if self.restarts > MOST_RESTARTS:
                raise Stop(
                    f"{self.name} 反复退出，日志在 {self.log}",
                    f"{self.name} keeps ending, its log: {self.log}",
                )
            self.restart_at = now + 2.0**self.restarts / 4
            say(f"{self.name} 意外退出，即将重启", f"{self.name} ended, starting it again")
        elif now >= self.restart_at:
            self.start()

    def _kill_group(self) -> None:
        # macOS says PermissionError of a group that has ended.
        with suppress(ProcessLookupError, PermissionError):
            if self.process is not None:
                os.killpg(self.process.pid, signal.SIGKILL)

    def _end_with_us(self) -> None:
        end_with_us(self.stop_signal)


def end_with_us(number: signal.Signals = signal.SIGTERM) -> None:
    """Linux tells a child when we are killed outright; elsewhere there is no such word."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def stop_all(children: Iterable[Child]) -> None:
    """Asks all, then waits for each: together they take as long as the slowest."""
    asked = list(children)
    for child in asked:
        child.ask_to_stop()
    for child in asked:
        child.await_end()


def watch_all(children: Iterable[Child]) -> None:
    """Looks after each.

    Raises:
        Stop: one keeps dying.
    """
    for child in children:
        child.watch()
