"""Django's handle on this package."""

from django.apps import AppConfig


class FulfilmentConfig(AppConfig):
    """See the package's own sentence."""

    name = "fulfilment"
