"""How a stand-in is started."""

from dataclasses import dataclass
from datetime import datetime

# Sooner than Stripe's, so that a market that restarts hears of everything within the minute.
RETRY_SECONDS = (1.0, 3.0, 10.0, 30.0, 60.0, 300.0)


@dataclass(frozen=True, slots=True)
class Options:
    """`refund_seconds` and `slow_seconds` of None wait for a word of control. `at` stops the clock there."""

    webhook_url: str = ""
    webhook_secret: str = ""
    refund_seconds: float | None = 1.0
    slow_seconds: float | None = 12.0
    retry_seconds: tuple[float, ...] = RETRY_SECONDS
    at: datetime | None = None
