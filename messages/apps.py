"""Django's handle on this package; the label keeps clear of django.contrib.messages."""

from django.apps import AppConfig
from django.core.checks import register


class MessagesConfig(AppConfig):
    """The outbox."""

    name = "messages"
    label = "market_messages"

    def ready(self) -> None:
        """Registers what the start refuses."""
        from messages.checks import every_template_is_registered  # noqa: PLC0415  settings must be read first

        register(every_template_is_registered)
