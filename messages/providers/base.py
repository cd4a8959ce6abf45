"""What a provider must do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class ProviderError(Exception):
    """Not sent; may be tried again. The message carries no personal data."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message: its words, and the template and values they were made from, for providers that ask for those."""

    recipient: str
    text: str
    template: str
    context: Mapping[str, str]
    dedupe_key: str


class Provider(Protocol):
    """Sends one letter."""

    def send(self, letter: Letter) -> None:
        """Sends it, or raises ProviderError."""
        ...
