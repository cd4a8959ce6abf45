"""Reads the environment; a missing or broken value is named, never guessed."""

import environ
from django.core.exceptions import ImproperlyConfigured

environment = environ.Env()


def required(name: str) -> str:
    """The value of `name`.

    Raises:
        ImproperlyConfigured: it is missing or empty; the message names it.
    """
    value: str = environment.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. deploy/.env.example says what belongs there.")
    return value


def listed(name: str, default: str = "") -> tuple[str, ...]:
    """The comma separated values of `name`, empty ones left out."""
    raw: str = environment.str(name, default=default)
    return tuple(part.strip() for part in raw.split(",") if part.strip())
