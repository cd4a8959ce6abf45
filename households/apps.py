"""Django's handle on this package."""

from django.apps import AppConfig


class HouseholdsConfig(AppConfig):
    """The register."""

    name = "households"
