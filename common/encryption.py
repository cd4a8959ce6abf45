"""Encrypts certificate and payee numbers at rest, and finds them by a keyed hash.

The keys come from settings and rotate: the first of FIELD_KEYS encrypts, all of them decrypt.
The hash has a key of its own, LOOKUP_KEY, so that a leaked table alone cannot be searched.
"""

import hashlib
import hmac
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    EncryptedBase = models.TextField[str, str]
else:
    EncryptedBase = models.TextField


def _cipher() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])


def encrypt(plain: str) -> str:
    """The token to store."""
    return _cipher().encrypt(plain.encode()).decode()


def decrypt(token: str) -> str:
    """The plain value.

    Raises:
        InvalidToken: no key of FIELD_KEYS opens it.
    """
    return _cipher().decrypt(token.encode()).decode()


def lookup_hash(plain: str) -> str:
    """64 hex digits that find an equal value again, without telling it."""
    return hmac.new(settings.LOOKUP_KEY.encode(), plain.encode(), hashlib.sha256).hexdigest()


class EncryptedText(EncryptedBase):
    """Text that is plain in Python and a token in the database. Empty stays empty."""

    def from_db_value(self, value: str | None, _expression: object, _connection: object) -> str | None:
        """Opens the token."""
        return decrypt(value) if value else value

    def get_prep_value(self, value: object) -> str | None:
        """Closes the value."""
        plain = super().get_prep_value(value)
        return encrypt(plain) if plain else plain


__all__ = ["EncryptedText", "InvalidToken", "decrypt", "encrypt", "lookup_hash"]
