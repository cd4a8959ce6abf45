"""Django's handle on this package."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """See the package's own sentence."""

    name = "payments"
