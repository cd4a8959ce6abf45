"""Notices: stored once, whatever they say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from payments.models import ProviderEvent


@dataclass(frozen=True, slots=True)
class Arrived:
    """A notice whose signature was right."""

    gateway: str
    event_id: str
    kind: str
    about_ref: str
    object_ref: str
    refund_ref: str
    attempt_key: UUID | None
    is_live: bool
    stamped_at: datetime


def store(notice: Arrived, *, now: datetime) -> ProviderEvent | None:
    """The row of a new notice; None for one that is stored already."""
    try:
        with transaction.atomic():
            return ProviderEvent.objects.create(
                gateway=notice.gateway,
                event_id=notice.event_id,
                kind=notice.kind,
                about_ref=notice.about_ref,
                object_ref=notice.object_ref,
                refund_ref=notice.refund_ref,
                attempt_key=notice.attempt_key,
                is_live=notice.is_live,
                stamped_at=notice.stamped_at,
                received_at=now,
            )
    except IntegrityError:
        return None


def done(event: ProviderEvent, *, state: ProviderEvent.State, remark: str, now: datetime) -> None:
    """Notes what became of it."""
    event.state, event.remark, event.done_at = state, remark[:200], now
    event.save(update_fields=["state", "remark", "done_at"])
