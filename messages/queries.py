"""The outbox as the operator looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from messages.models import OutboxMessage
from messages.texts import text_of


def outbox() -> QuerySet[OutboxMessage]:
    """All messages; what stands in them stays out, since it carries the secret link of an order."""
    return OutboxMessage.objects.defer("context")


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a visitor of the demo reads it."""

    recipient: str
    text: str
    at: datetime


def last_of_demo(count: int) -> Sequence[Shown]:
    """The last messages with their words. For a demo only, where nobody else gets them."""
    rows = OutboxMessage.objects.exclude(context={})[:count]
    return [
        Shown(
            recipient=row.recipient,
            text=text_of(template=row.template, context=row.context, language=row.language),
            at=row.created_at,
        )
        for row in rows
    ]
