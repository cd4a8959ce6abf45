"""Django's handle on this package."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """See the package's own sentence."""

    name = "catalog"
