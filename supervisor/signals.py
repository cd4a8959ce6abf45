"""Ctrl-C, SIGTERM and SIGHUP all mean the same: stop in order.

The handler only takes note. An exception raised in a handler is lost when the signal comes while Python runs a
callback, as it does at each fork; what waits asks `check` instead.
"""

import signal
import time
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOOK_SECONDS = 0.1

_heard: list[int] = []


class Told(BaseException):
    """Somebody told us to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def listen() -> None:
    """From now on these signals are noted."""
    for number in ENDINGS:
        # nohup has us live on without a terminal. Ctrl-C counts also where a script's background ignores it.
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _note)


def check() -> None:
    """Goes on unless somebody told us to stop.

    Raises:
        Told: somebody did.
    """
    if _heard:
        raise Told(_heard[0])


def pause(seconds: float = LOOK_SECONDS) -> None:
    """Waits, and looks whether somebody told us to stop.

    Raises:
        Told: somebody did.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        check()
        time.sleep(min(left, LOOK_SECONDS))
    check()


def _note(number: int, _frame: FrameType | None) -> None:
    _heard.append(number)
