"""Django's handle on this package."""

from django.apps import AppConfig


class VendorsConfig(AppConfig):
    """Vendors, payee accounts, stock."""

    name = "vendors"
