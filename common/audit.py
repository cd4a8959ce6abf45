"""Writes the audit log. Sensitive values never belong into `detail`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from common.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an id as text and a label to read. The clock and providers act too."""

    id: str
    label: str
    acted_for: str = ""


CLOCK = Actor(id="", label="clock")
PROVIDER = Actor(id="", label="provider")
DEMO = Actor(id="", label="demo")


def record(
    *,
    actor: Actor,
    action: str,
    object_kind: str,
    object_id: object,
    now: datetime,
    reason: str = "",
    detail: Mapping[str, str | int | bool] | None = None,
) -> None:
    """Adds one entry in the caller's transaction, so that an act and its record stand or fall together."""
    AuditEntry.objects.create(
        at=now,
        actor_id=actor.id,
        actor_label=actor.label,
        acted_for=actor.acted_for,
        action=action,
        object_kind=object_kind,
        object_id=str(object_id),
        reason=reason,
        detail=dict(detail or {}),
    )
