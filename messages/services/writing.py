"""Writes a message in the caller's transaction: it goes out if, and only if, the business is committed."""

from collections.abc import Mapping
from datetime import datetime

from messages.models import OutboxMessage


def write(
    *,
    mobile: str | None,
    email: str | None = None,
    language: str,
    template: str,
    context: Mapping[str, str],
    dedupe_key: str,
    now: datetime,
) -> None:
    """One message by SMS, or by e-mail where there is no mobile number. The same key is written once."""
    recipient = mobile or email
    if not recipient:
        return
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                channel=OutboxMessage.Channel.SMS if mobile else OutboxMessage.Channel.EMAIL,
                recipient=recipient,
                language=language,
                template=template,
                context=dict(context),
                dedupe_key=dedupe_key,
                created_at=now,
                available_at=now,
            )
        ],
        ignore_conflicts=True,
    )
