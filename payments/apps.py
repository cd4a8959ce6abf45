"""Django's handle on this package."""

from django.apps import AppConfig
from django.core.checks import register


class PaymentsConfig(AppConfig):
    """See the package's own sentence."""

    name = "payments"

    def ready(self) -> None:
        """Registers what the start warns of."""
        from payments.checks import collection_is_allowed  # noqa: PLC0415  settings must be read first

        register(collection_is_allowed)
