"""Django's handle on this package; the label keeps clear of django.contrib.messages."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """The outbox."""

    name = "messages"
    label = "market_messages"
