"""Which provider sends what."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from messages.models import OutboxMessage
from messages.providers.alibaba import AlibabaConfig, AlibabaSms
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
    if settings.SMS_PROVIDER == "alibaba":
        return AlibabaSms(_alibaba())
    raise ImproperlyConfigured(f"SMS_PROVIDER={settings.SMS_PROVIDER} is not known.")


def _alibaba() -> AlibabaConfig:
    return AlibabaConfig(
        access_key=settings.SMS_ALIBABA_ACCESS_KEY,
        secret=settings.SMS_ALIBABA_SECRET,
        sign_name=settings.SMS_ALIBABA_SIGN_NAME,
        templates=tuple(sorted(settings.SMS_ALIBABA_TEMPLATES.items())),
        endpoint=settings.SMS_ALIBABA_ENDPOINT,
        protocol="http" if settings.SMS_ALIBABA_ENDPOINT.startswith("127.0.0.1") else "https",
    )
