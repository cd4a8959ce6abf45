"""Django's handle on this package."""

from django.apps import AppConfig


class OrdersConfig(AppConfig):
    """See the package's own sentence."""

    name = "orders"
