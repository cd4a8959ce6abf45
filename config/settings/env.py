"""Reads the environment; a missing or broken value is named, never guessed."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

WHERE = "deploy/.env.example says what belongs there."
PROVINCE_DIGITS = 2
YES, NO = set(environ.Env.BOOLEAN_TRUE_STRINGS), {"false", "off", "n", "no", "0"}


class NamedEnv(environ.Env):  # type: ignore[misc]  # django-environ is untyped
    """django-environ, but a value that cannot be read is an error with the setting's name, also for yes and no."""

    def get_value(self, var: str, cast: Callable[..., Any] | None = None, **rest: Any) -> Any:  # noqa: ANN401
        """The value as `cast` makes it.

        Raises:
            ImproperlyConfigured: it cannot be read; the message names the setting, not its value.
        """
        raw = self.ENVIRON.get(var)
        if raw is not None and raw.startswith("$"):
            # django-environ would read another variable in its place.
            raise ImproperlyConfigured(f"{var} may not begin with $. {WHERE}")
        if raw is not None and cast is bool and raw.lower() not in YES | NO:
            raise ImproperlyConfigured(f"{var} is neither true nor false. {WHERE}")
        try:
            return super().get_value(var, cast=cast, **rest)
        except (ValueError, InvalidOperation) as error:
            raise ImproperlyConfigured(f"{var} cannot be read. {WHERE}") from error


environment = NamedEnv()


def required(name: str) -> str:
    """The value of `name`.

    Raises:
        ImproperlyConfigured: it is missing or empty; the message names it.
    """
    value: str = environment.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {WHERE}")
    return value


def listed(name: str, default: str = "") -> tuple[str, ...]:
    """The comma separated values of `name`, empty ones left out."""
    raw: str = environment.str(name, default=default)
    return tuple(part.strip() for part in raw.split(",") if part.strip())


def whole(name: str, *, default: int, least: int, most: int) -> int:
    """A whole number from `least` to `most`.

    Raises:
        ImproperlyConfigured: it is none, or outside; the message names it.
    """
    value: int = environment.int(name, default=default)
    if not least <= value <= most:
        raise ImproperlyConfigured(f"{name} must be from {least} to {most}. {WHERE}")
    return value


def decimal(name: str, *, default: str, least: str = "0", most: str | None = None) -> Decimal:
    """An exact number, a rate or a factor, from `least` to `most`.

    Raises:
        ImproperlyConfigured: it is none, or outside; the message names it.
    """
    value: Decimal = environment.get_value(name, cast=Decimal, default=Decimal(default))
    if not value.is_finite():
        raise ImproperlyConfigured(f"{name} cannot be read. {WHERE}")
    if value < Decimal(least) or (most is not None and value > Decimal(most)):
        limits = f"from {least} to {most}" if most else f"{least} or more"
        raise ImproperlyConfigured(f"{name} must be {limits}. {WHERE}")
    return value


def yuan(name: str, *, default: str) -> Decimal:
    """An amount in yuan, from zero to a hundred thousand, whole fen.

    Raises:
        ImproperlyConfigured: it is none, outside, or has a part of a fen; the message names it.
    """
    value = decimal(name, default=default, most="100000")
    if value != round(value, 2):
        raise ImproperlyConfigured(f"{name} has a part of a fen. {WHERE}")
    return value


def provinces(name: str, *, default: str) -> tuple[str, ...]:
    """Provinces by their two digits, comma separated.

    Raises:
        ImproperlyConfigured: one is not two digits; the message names the setting.
    """
    codes = listed(name, default=default)
    if not all(len(code) == PROVINCE_DIGITS and code.isascii() and code.isdigit() for code in codes):
        raise ImproperlyConfigured(f"{name} holds a province that is not two digits. {WHERE}")
    return codes
