"""Keeps what was read until somebody confirms it: no file, only the columns that we know."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID, uuid4

from common.audit import Actor
from places.designation.preview import Paper
from places.designation.queries import DRAFT_LASTS
from places.designation.reading import Reading
from places.designation.table import Kind, Listed, ListedRow
from places.models import DesignationDraft


def keep(reading: Reading, paper: Paper, *, actor: Actor, now: datetime) -> DesignationDraft:
    """A draft that others may look at and confirm; those that waited too long go."""
    DesignationDraft.objects.filter(made_at__lte=now - DRAFT_LASTS).delete()
    return DesignationDraft.objects.create(
        key=uuid4(),
        kind=paper.kind,
        batch=paper.batch,
        document_no=paper.document_no,
        document_date=paper.document_date,
        file_name=reading.file_name,
        file_sha256=reading.file_sha256,
        listed=asdict(reading.listed),
        made_at=now,
        made_by_label=actor.label,
    )


def drop(key: UUID) -> None:
    """The wrong file, say: nothing of it stays."""
    DesignationDraft.objects.filter(key=key).delete()


def paper_of(draft: DesignationDraft) -> Paper:
    """The document that the draft names."""
    return Paper(Kind(draft.kind), draft.batch, draft.document_no, draft.document_date)


def reading_of(draft: DesignationDraft) -> Reading:
    """What was read, as it was read."""
    kept = draft.listed
    listed = Listed(
        sheet=kept["sheet"],
        heading_line=kept["heading_line"],
        rows=tuple(ListedRow(**row) for row in kept["rows"]),
        skipped=tuple((line, text) for line, text in kept["skipped"]),
        unread=tuple(kept["unread"]),
    )
    return Reading(draft.file_name, draft.file_sha256, listed)
