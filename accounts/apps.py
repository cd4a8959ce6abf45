"""Django's handle on this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users and roles."""

    name = "accounts"
