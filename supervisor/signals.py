"""Ctrl-C, SIGTERM and SIGHUP all mean the same: stop in order."""

import signal
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Told(BaseException):
    """Somebody told us to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def listen() -> None:
    """From now on the first of these signals raises Told, and the later ones do nothing."""
    for number in ENDINGS:
        # A shell that starts us in the background may have us ignore Ctrl-C on purpose.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _told)


def _told(number: int, _frame: FrameType | None) -> None:
    # Only once: a second Ctrl-C must not cut short the stopping.
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
    raise Told(number)
