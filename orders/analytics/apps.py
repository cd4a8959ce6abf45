"""Oscar's app under our package; the label stays `analytics`."""

from oscar.apps.analytics import apps


class AnalyticsConfig(apps.AnalyticsConfig):  # type: ignore[misc]  # Oscar is untyped
    """Registers no receivers."""

    name = "orders.analytics"

    def ready(self) -> None:
        """Nothing to start."""
