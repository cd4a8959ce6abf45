"""Development: nothing leaves the machine; the operator's outbox page shows the text."""

import logging

from common.masking import mask_mobile

log = logging.getLogger(__name__)


class ConsoleProvider:
    """Notes that a message would go out, without its text and with the number masked."""

    def send(self, *, recipient: str, text: str, dedupe_key: str) -> None:
        """Writes one line to the log."""
        log.info("message %s to %s, %d characters", dedupe_key, mask_mobile(recipient), len(text))
