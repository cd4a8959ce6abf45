"""Development: nothing leaves the machine; the operator's outbox page shows the text."""

import logging

from common.masking import mask_mobile
from messages.providers.base import Letter

log = logging.getLogger(__name__)


class ConsoleProvider:
    """Notes that a message would go out, without its text and with the number masked."""

    def send(self, letter: Letter) -> None:
        """Writes one line to the log."""
        log.info(
            "message %s to %s, %d characters",
            letter.dedupe_key,
            mask_mobile(letter.recipient),
            len(letter.text),
        )
