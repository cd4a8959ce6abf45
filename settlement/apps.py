"""Django's handle on this package."""

from django.apps import AppConfig


class SettlementConfig(AppConfig):
    """See the package's own sentence."""

    name = "settlement"
