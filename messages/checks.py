"""What the start refuses."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error

from messages.texts import TEXTS


def every_template_is_registered(
    app_configs: Sequence[AppConfig] | None,
    **_rest: Any,  # noqa: ANN401  as Django calls it
) -> list[CheckMessage]:
    """A message whose template the carriers do not know would never go out."""
    if settings.SMS_PROVIDER != "alibaba":
        return []
    missing = sorted(TEXTS.keys() - settings.SMS_ALIBABA_TEMPLATES.keys())
    if not missing:
        return []
    return [
        Error(
            f"SMS_ALIBABA_TEMPLATES names no registered template for: {', '.join(missing)}.",
            hint="name=SMS_123456789, separated by commas; messages/texts.py has the names and words.",
            id="messages.E001",
        )
    ]
