"""The stand-in's own clock: the machine's, moved, or stopped at a moment."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tests stop it, so that a payment has an exact second; the demo lets it run."""

    def __init__(self, stopped_at: datetime | None = None) -> None:
        self._stopped_at = stopped_at
        self._ahead = timedelta(0)

    def now(self) -> int:
        """Seconds since 1970, as Stripe gives every moment."""
        moment = self._stopped_at or datetime.now(UTC) + self._ahead
        return int(moment.timestamp())

    def stop_at(self, moment: datetime) -> None:
        """From now on it is this moment."""
        self._stopped_at = moment

    def move(self, seconds: int) -> None:
        """Forward, or back when negative."""
        step = timedelta(seconds=seconds)
        if self._stopped_at is not None:
            self._stopped_at += step
        else:
            self._ahead += step
