"""Which provider sends what."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from messages.models import OutboxMessage
from messages.providers.base import Provider
from messages.providers.console import ConsoleProvider
from messages.providers.email import EmailProvider


def provider(channel: str) -> Provider:
    """The provider of a channel.

    Raises:
        ImproperlyConfigured: SMS_PROVIDER names none that is known.
    """
    if channel == OutboxMessage.Channel.EMAIL:
        return EmailProvider()
    if settings.SMS_PROVIDER == "console":
        return ConsoleProvider()
    raise ImproperlyConfigured(f"SMS_PROVIDER={settings.SMS_PROVIDER} is not known.")
