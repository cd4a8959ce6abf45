"""Django's handle on this package."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Places."""

    name = "places"
