"""Writes what a signed list designates, all or nothing, and takes back a list that was wrong."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common import audit
from common.clock import local_day
from common.errors import DomainError, NotForYou
from places.designation import drafts
from places.designation.judging import Judged
from places.designation.locks import lock_designation, lock_draft
from places.designation.preview import Paper, Preview
from places.designation.queries import DRAFT_LASTS, confirmed_from, list_by_id, preview_of
from places.designation.reading import Reading
from places.designation.table import Kind
from places.models import (
    DemonstrationTown,
    DesignationList,
    DesignationListRow,
    DesignationWithdrawal,
    VillageDesignation,
)

REASON_LENGTH, INDUSTRY_LENGTH, READ_LENGTH = 200, 40, 200


class Choice(StrEnum):
    """What the person who confirms wants."""

    ALL = "all"
    ONLY_GOOD = "only_good"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list; `listing` is None if all of it was there already and nothing was written."""

    listing: DesignationList | None
    preview: Preview


def confirm(*, key: UUID, choice: Choice, shown: str, actor: audit.Actor, now: datetime) -> Imported:
    """Imports the list of a preview. Of two people who confirm it at once the second is told who was first.

    Raises:
        DomainError: confirmed already; rows changed since `shown` (a digest); bad rows, or none that is good.
        NotForYou: there is no such preview.
    """
    with transaction.atomic():
        draft = lock_draft(key)
        if draft is None or draft.made_at <= now - DRAFT_LASTS:
            _refuse_what_is_gone(key)
            raise NotForYou("no such draft")
        imported = import_list(
            reading=drafts.reading_of(draft),
            paper=drafts.paper_of(draft),
            choice=choice,
            shown=shown,
            draft_key=key,
            actor=actor,
            now=now,
        )
        drafts.drop(key)
    return imported


def import_list(
    *,
    reading: Reading,
    paper: Paper,
    choice: Choice,
    shown: str | None,
    draft_key: UUID,
    actor: audit.Actor,
    now: datetime,
) -> Imported:
    """Writes the places of a list that are new; a list that adds nothing writes nothing, whatever its file.

    The first real list ends the sample, all of it. One transaction.

    Raises:
        DomainError: see `confirm`.
    """
    with transaction.atomic():
        lock_designation()
        preview = preview_of(reading, paper)
        _refuse(preview, choice=choice, shown=shown)
        if not preview.new:
            return Imported(None, preview)
        listing = _list(preview, choice=choice, draft_key=draft_key, actor=actor, now=now)
        _designate(preview, listing, now=now)
        audit.record(
            actor=actor,
            action="import_designation",
            object_kind="designation_list",
            object_id=listing.pk,
            now=now,
            detail={
                "kind": paper.kind.value,
                "batch": paper.batch or 0,
                "document_no": paper.document_no,
                "document_date": paper.document_date.isoformat(),
                "file_sha256": reading.file_sha256,
                "new": preview.new,
                "bad": preview.bad,
                "samples_ended": preview.samples,
            },
        )
    return Imported(listing, preview)


def withdraw(*, list_id: int, reason: str, actor: audit.Actor, now: datetime) -> DesignationWithdrawal:
    """Ends all that a list designated: it should not have been imported. The sample does not come back.

    Raises:
        DomainError: withdrawn already, or no reason given.
        NotForYou: there is no such list.
    """
    said = reason.strip()
    if not said or len(said) > REASON_LENGTH:
        raise DomainError(_("请写明撤回的原因，不超过200个字。"), code="no_reason")
    with transaction.atomic():
        lock_designation()
        listing = list_by_id(list_id)
        if DesignationWithdrawal.objects.filter(of_list=listing).exists():
            raise DomainError(_("这份名单已经撤回。"), code="withdrawn")
        withdrawal = DesignationWithdrawal.objects.create(
            of_list=listing, reason=said, at=now, by_id=actor.id, by_label=actor.label
        )
        ended = 0
        for model in (VillageDesignation, DemonstrationTown):
            current = model._default_manager.filter(listed_in=listing, ended_on__isnull=True)
            ended += current.update(ended_on=local_day(now))
        audit.record(
            actor=actor,
            action="withdraw_designation",
            object_kind="designation_list",
            object_id=listing.pk,
            now=now,
            reason=said,
            detail={"ended": ended},
        )
    return withdrawal


def _refuse_what_is_gone(key: UUID) -> None:
    listing = confirmed_from(key)
    if listing is not None:
        raise DomainError(
            _("%(who)s已经确认过这份名单，没有重复登记。") % {"who": listing.imported_by_label},
            code="already_confirmed",
        )


def _refuse(preview: Preview, *, choice: Choice, shown: str | None) -> None:
    if shown is not None and shown != preview.digest:
        raise DomainError(_("看过以后情况变了，还没有登记。请再看一遍，再确认。"), code="changed_since")
    if choice == Choice.ALL and preview.bad:
        raise DomainError(
            _("有 %(count)s 行不能列入，整份名单没有登记。请改好名单再来，或者只登记没有问题的行。")
            % {"count": preview.bad},
            code="bad_rows",
        )
    if not preview.new and not preview.already:
        raise DomainError(_("没有一行可以列入，没有登记。请改好名单再来。"), code="no_good_rows")


def _list(
    preview: Preview, *, choice: Choice, draft_key: UUID, actor: audit.Actor, now: datetime
) -> DesignationList:
    listing = DesignationList.objects.create(
        kind=preview.paper.kind,
        batch=preview.paper.batch,
        document_no=preview.paper.document_no,
        document_date=preview.paper.document_date,
        file_name=preview.reading.file_name,
        file_sha256=preview.reading.file_sha256,
        draft_key=draft_key,
        is_partial=choice == Choice.ONLY_GOOD and preview.bad > 0,
        new_rows=preview.new,
        already_rows=preview.already,
        bad_rows=preview.bad,
        imported_at=now,
        imported_by_id=actor.id,
        imported_by_label=actor.label,
    )
    DesignationListRow.objects.bulk_create([_row(listing, judged) for judged in preview.rows])
    return listing


def _row(listing: DesignationList, judged: Judged) -> DesignationListRow:
    return DesignationListRow(
        of_list=listing,
        line=judged.row.line,
        as_read=judged.row.as_read[:READ_LENGTH],
        outcome=judged.outcome,
        place_code=judged.place.code if judged.place else "",
        why=judged.reason.why if judged.reason else "",
    )


def _designate(preview: Preview, listing: DesignationList, *, now: datetime) -> None:
    model = VillageDesignation if preview.paper.kind == Kind.VILLAGES else DemonstrationTown
    model._default_manager.filter(is_sample=True, ended_on__isnull=True).update(ended_on=local_day(now))
    if preview.paper.kind == Kind.VILLAGES:
        VillageDesignation.objects.bulk_create(
            VillageDesignation(
                village_id=place.code,
                is_sample=False,
                document_no=listing.document_no,
                designated_on=listing.document_date,
                listed_in=listing,
            )
            for _written, place in preview.additions
        )
    else:
        DemonstrationTown.objects.bulk_create(
            DemonstrationTown(
                town_id=place.code,
                batch=listing.batch or 0,
                industry=row.industry[:INDUSTRY_LENGTH],
                document_no=listing.document_no,
                listed_in=listing,
            )
            for row, place in preview.additions
        )
