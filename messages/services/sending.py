"""Sends what waits in the outbox, each once, without holding a lock while the network is asked."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from messages.models import OutboxMessage
from messages.providers.base import Letter, ProviderError
from messages.providers.registry import provider
from messages.texts import SECRET, text_of

BATCH = 50
# While one worker sends, nobody else takes the message; if the worker dies it comes again after this.
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
MOST_ATTEMPTS_OF_SECRETS = 2


def send_waiting(*, now: datetime) -> int:
    """Sends what is due; returns how many went out. A failing provider delays its message, nothing else."""
    sent = 0
    for message in _leased(now):
        try:
            provider(message.channel).send(_letter(message))
        except ProviderError as error:
            _later(message, str(error), now)
        else:
            OutboxMessage.objects.filter(pk=message.pk).update(
                sent_at=now, last_error="", context=_kept(message)
            )
            sent += 1
    return sent


def _letter(message: OutboxMessage) -> Letter:
    return Letter(
        recipient=message.recipient,
        text=text_of(template=message.template, context=message.context, language=message.language),
        template=message.template,
        context=message.context,
        dedupe_key=message.dedupe_key,
    )


def _leased(now: datetime) -> list[OutboxMessage]:
    with transaction.atomic():
        due = list(
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(sent_at__isnull=True, given_up_at__isnull=True, available_at__lte=now)
            .order_by("pk")[:BATCH]
        )
        OutboxMessage.objects.filter(pk__in=[message.pk for message in due]).update(
            available_at=now + LEASE, attempts=F("attempts") + 1
        )
    return due


def _later(message: OutboxMessage, error: str, now: datetime) -> None:
    attempts = message.attempts + 1
    given_up = now if attempts >= MOST_ATTEMPTS else None
    # A code is worth nothing by then: it is not tried for hours like news of an order.
    if message.template in SECRET and attempts >= MOST_ATTEMPTS_OF_SECRETS:
        given_up = now
    OutboxMessage.objects.filter(pk=message.pk).update(
        last_error=error[:300],
        available_at=now + timedelta(minutes=2**attempts),
        given_up_at=given_up,
        context=_kept(message) if given_up else message.context,
    )


def _kept(message: OutboxMessage) -> dict[str, str]:
    """What stays of a message that is done with. In a demo nothing is sent: there the code is read on a page."""
    return {} if message.template in SECRET and not settings.IS_DEMO else message.context
