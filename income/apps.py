"""Django's handle on this package."""

from django.apps import AppConfig


class IncomeConfig(AppConfig):
    """See the package's own sentence."""

    name = "income"
