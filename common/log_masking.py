"""No log carries what opens an order: the secret part of its link (/o/…/), whoever writes the line and wherever to."""

import logging
import logging.config
import re
from typing import Any

# The path as it is, or percent-encoded as inside another address.
_LINK = re.compile(r"((?:/|%2F)o(?:/|%2F))(?:(?!%2F)[^/\s?#\"'<>&])+", re.IGNORECASE)


def without_order_links(text: str) -> str:
    """The text with every order link's secret part as three stars."""
    return _LINK.sub(r"\1***", text)


class MaskedRecord(logging.LogRecord):
    """A record whose message and traceback are masked before any handler sees them.

    Not a filter: filters belong to one handler each, and gunicorn and Celery bring handlers of their own.
    """

    _exc_text: str | None

    def getMessage(self) -> str:  # noqa: N802  the name that handlers call
        """The message, masked."""
        return without_order_links(super().getMessage())

    @property
    def exc_text(self) -> str | None:
        """The traceback as a formatter left it here; formatters print what they find here."""
        return self._exc_text

    @exc_text.setter
    def exc_text(self, text: str | None) -> None:
        self._exc_text = None if text is None else without_order_links(text)


def configure(config: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG: from here on every logger of the process makes masked records."""
    logging.setLogRecordFactory(MaskedRecord)
    logging.config.dictConfig(config)
