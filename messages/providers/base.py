"""What a provider must do."""

from typing import Protocol


class ProviderError(Exception):
    """Not sent; may be tried again. The message carries no personal data."""


class Provider(Protocol):
    """Sends one text to one recipient."""

    def send(self, *, recipient: str, text: str, dedupe_key: str) -> None:
        """Sends it, or raises ProviderError."""
        ...
