"""Django's handle on this package."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Shared tables: audit log and submission keys."""

    name = "common"
