"""Two officers confirm at once: one wins, the other is told; and a control that shows the race without the guard."""

from datetime import date
from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from common.errors import DomainError
from places.designation.queries import preview_of
from places.designation.services import Imported
from places.models import DesignationDraft, DesignationList, VillageDesignation
from tests.places.designation.signed import (
    FOUR,
    HUANG,
    PAPER,
    ROWS,
    WU,
    confirmed,
    draft,
    imported,
    reading,
    shown,
)
from tests.race.together import together

pytestmark = pytest.mark.usefixtures("committed_db")


def current() -> list[str]:
    rows = VillageDesignation.objects.filter(ended_on=None, is_sample=False)
    return sorted(rows.values_list("village_id", flat=True))


def test_of_two_who_confirm_one_preview_one_wins() -> None:
    kept = draft()
    digest = shown(kept.key)
    results = together(
        [partial(confirmed, kept.key, digest, actor=actor) for actor in (HUANG, WU, HUANG, WU)]
    )
    won = [result for result in results if isinstance(result, Imported)]
    lost = [result.code for result in results if isinstance(result, DomainError)]
    assert (len(won), lost) == (1, ["already_confirmed"] * 3)
    assert current() == sorted(FOUR)
    assert DesignationList.objects.count() == 1
    assert not DesignationDraft.objects.exists()


def test_two_previews_of_one_list_write_it_once() -> None:
    """The second sees what the first has written: its preview is no longer what was shown."""
    first, second = draft(), draft()
    digest = shown(first.key)
    results = together([partial(confirmed, key, digest) for key in (first.key, second.key)])
    assert sum(isinstance(result, Imported) for result in results) == 1
    assert [result.code for result in results if isinstance(result, DomainError)] == ["changed_since"]
    assert current() == sorted(FOUR)
    assert DesignationList.objects.count() == 1


def test_two_commands_with_overlapping_lists_add_up() -> None:
    results = together([partial(imported, reading(ROWS[:4])), partial(imported, reading())])
    assert all(isinstance(result, Imported) for result in results)
    assert current() == sorted(FOUR)
    assert VillageDesignation.objects.filter(is_sample=True, ended_on=None).count() == 0


def test_the_control_designates_twice_without_the_guard() -> None:
    """Look, then write, with our locks and constraint left out: each village is designated by both lists."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX village_is_designated_once")
    both_have_looked = Barrier(2)

    def naive() -> None:
        preview = preview_of(reading(), PAPER)
        both_have_looked.wait()
        listing = DesignationList.objects.create(
            kind="villages",
            document_no="1",
            document_date=date(2026, 3, 2),
            file_sha256="0" * 64,
            draft_key=uuid4(),
            is_partial=False,
            new_rows=4,
            already_rows=0,
            bad_rows=0,
            imported_at="2026-11-25T04:00:00Z",
        )
        for _row, place in preview.additions:
            VillageDesignation.objects.create(
                village_id=place.code,
                is_sample=False,
                document_no="1",
                designated_on=date(2026, 3, 2),
                listed_in=listing,
            )

    assert together([naive, naive]) == [None, None]
    assert current() == sorted(FOUR * 2)
