"""The operator's list of problems: one line per cause, closed by a person with a note."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from payments.models import Problem


def raise_problem(
    *, kind: Problem.Kind, dedupe_key: str, text: str, order_id: int | None, now: datetime
) -> None:
    """Puts a line on the list, once for a cause."""
    Problem.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={"kind": kind, "text": text[:300], "order_id": order_id, "opened_at": now},
    )


def put_aside(*, dedupe_key: str) -> None:
    """A closed line gives its key away, so that the same cause may come onto the list anew."""
    for problem in Problem.objects.filter(dedupe_key=dedupe_key, closed_at__isnull=False):
        problem.dedupe_key = f"{dedupe_key}:closed:{problem.pk}"
        problem.save(update_fields=["dedupe_key"])


def solved(*, dedupe_key: str, note: str, actor: Actor, now: datetime) -> None:
    """What a later step has solved leaves the list by itself; nothing happens where it is not on it."""
    Problem.objects.filter(dedupe_key=dedupe_key, closed_at__isnull=True).update(
        closed_at=now, closed_by=actor.label, closing_note=note
    )


def close_problem(*, problem: Problem, note: str, actor: Actor, now: datetime) -> None:
    """Closes a line, once: the first note stays.

    Raises:
        DomainError: no note says how it was solved, or it is closed already.
    """
    if not note.strip():
        raise DomainError(_("请写明处理结果。"), code="no_note")
    with transaction.atomic():
        closed = Problem.objects.filter(pk=problem.pk, closed_at__isnull=True).update(
            closed_at=now, closed_by=actor.label, closing_note=note.strip()
        )
        if not closed:
            raise DomainError(_("这件事已经处理完毕。"), code="already_closed")
        record(
            actor=actor,
            action="close_problem",
            object_kind="problem",
            object_id=problem.pk,
            now=now,
            reason=note,
        )
