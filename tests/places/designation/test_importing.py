"""What a list writes: all of it or only its good rows, once, with its document; what was wrong is taken back."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from common.errors import DomainError, NotForYou
from common.models import AuditEntry
from places.designation import drafts, queries
from places.designation.papers import day_in, paper
from places.designation.services import Choice, withdraw
from places.models import (
    DemonstrationTown,
    DesignationDraft,
    DesignationList,
    DesignationListRow,
    VillageDesignation,
)
from places.queries import demonstration_towns, designations, is_designated
from tests.places.designation.signed import (
    BAD_ROW,
    FOUR,
    NOW,
    PAPER,
    ROWS,
    WU,
    as_csv,
    confirmed,
    draft,
    imported,
    reading,
    second_batch,
    shown,
)

pytestmark = pytest.mark.django_db


def real() -> set[str]:
    return {code for code, is_sample in designations().items() if not is_sample}


def nothing_was_written() -> bool:
    return (
        len(designations()) == 16
        and set(designations().values()) == {True}
        and not DesignationList.objects.exists()
        and not DesignationListRow.objects.exists()
        and not AuditEntry.objects.filter(object_kind="designation_list").exists()
    )


def test_a_list_designates_its_villages_and_keeps_its_document() -> None:
    listing = imported().listing
    assert listing is not None
    assert real() == set(designations()) == set(FOUR)
    kept = VillageDesignation.objects.filter(ended_on=None)
    assert set(kept.values_list("document_no", "designated_on", "listed_in_id")) == {
        ("吴府〔2026〕3号", date(2026, 3, 2), listing.pk)
    }
    assert (listing.kind, listing.batch, listing.file_name, len(listing.file_sha256)) == (
        "villages",
        None,
        "名单.xlsx",
        64,
    )
    assert (listing.imported_at, listing.imported_by_id, listing.imported_by_label) == (NOW, "1", "黄科 #1")
    assert list(listing.rows.values_list("line", "as_read", "outcome", "place_code")) == [
        (2, "吴阳镇 水洒村", "new", FOUR[0]),
        (3, "浅水镇 新屋村", "new", FOUR[1]),
        (4, "黄坡镇 新屋村", "new", FOUR[2]),
        (5, FOUR[3], "new", FOUR[3]),
    ]


def test_the_first_real_list_ends_the_sample_all_of_it() -> None:
    imported()
    assert len(designations()) == 4
    samples = VillageDesignation.objects.filter(is_sample=True)
    assert samples.count() == 16
    assert set(samples.values_list("ended_on", flat=True)) == {date(2026, 11, 25)}
    assert is_designated("440883106210") is None
    found = is_designated(FOUR[0])
    assert found is not None
    assert not found.is_sample
    counted = queries.count()
    assert (counted.now, counted.is_sample, counted.differs) == (4, False, True)


def test_it_stands_in_the_audit_log() -> None:
    listing = imported().listing
    assert listing is not None
    entry = AuditEntry.objects.get(action="import_designation")
    assert (entry.actor_label, entry.object_id) == ("黄科 #1", str(listing.pk))
    assert entry.detail == {
        "kind": "villages",
        "batch": 0,
        "document_no": "吴府〔2026〕3号",
        "document_date": "2026-03-02",
        "file_sha256": listing.file_sha256,
        "new": 4,
        "bad": 0,
        "samples_ended": 16,
    }


def test_all_is_refused_if_any_row_is_bad_and_nothing_is_written() -> None:
    with pytest.raises(DomainError, match="bad_rows"):
        imported(reading([*ROWS, BAD_ROW]))
    assert nothing_was_written()


def test_only_the_good_rows_as_told() -> None:
    listing = imported(reading([*ROWS, BAD_ROW]), choice=Choice.ONLY_GOOD).listing
    assert listing is not None
    assert real() == set(FOUR)
    assert (listing.is_partial, listing.new_rows, listing.already_rows, listing.bad_rows) == (True, 4, 0, 1)
    bad = listing.rows.get(outcome="bad")
    assert (bad.line, bad.as_read, bad.place_code, bad.why) == (6, "新屋村", "", "ambiguous")


def test_a_list_without_a_good_row_writes_nothing() -> None:
    with pytest.raises(DomainError, match="no_good_rows"):
        imported(reading([ROWS[0], BAD_ROW]), choice=Choice.ONLY_GOOD)
    assert nothing_was_written()


def test_the_same_list_twice_changes_nothing_even_from_another_file() -> None:
    imported()
    before = list(VillageDesignation.objects.order_by("pk").values())
    for again in (reading(), as_csv(), reading([ROWS[0], *reversed(ROWS[1:])])):
        result = imported(again, actor=WU, now=NOW + timedelta(days=3))
        assert (result.listing, result.preview.already) == (None, 4)
    assert list(VillageDesignation.objects.order_by("pk").values()) == before
    assert DesignationList.objects.count() == 1
    assert AuditEntry.objects.filter(object_kind="designation_list").count() == 1


def test_b084_an_import_that_breaks_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_entry: object) -> None:
        assert set(designations()) == set(FOUR)
        raise OSError("the disk is full")

    monkeypatch.setattr("places.designation.services.audit.record", broken)
    with pytest.raises(OSError, match="disk"):
        imported()
    monkeypatch.undo()
    assert nothing_was_written()
    imported()
    assert real() == set(FOUR)


def test_a_second_list_adds_to_the_first() -> None:
    imported(reading(ROWS[:3]))
    listing = imported().listing
    assert listing is not None
    assert (listing.new_rows, listing.already_rows) == (2, 2)
    assert real() == set(FOUR)


def test_a_list_of_towns_fills_its_batch_and_leaves_villages_alone() -> None:
    listing = second_batch().listing
    assert listing is not None
    assert [(row.town_id, row.batch, row.industry) for row in demonstration_towns()] == [
        ("440883106", 1, "吴阳水稻"),
        ("440883102", 2, "圣女果"),
        ("440883109", 2, "水产"),
    ]
    assert set(designations().values()) == {True}
    first, second, third = queries.board()
    assert [len(batch.towns) for batch in (first, second, third)] == [1, 2, 0]
    assert (first.differs, second.differs, second.awaited, third.awaited) == (False, False, (2, 3), (11, 12))
    assert second.towns[0].listed_in == listing
    assert second_batch().listing is None


def test_the_board_says_when_a_batch_is_not_as_the_plan_has_it(settings: object) -> None:
    second_batch()
    settings.SECOND_BATCH_LEAST = 3  # type: ignore[attr-defined]
    assert queries.board()[1].differs


def test_a_withdrawn_list_ends_what_it_designated_and_nothing_else() -> None:
    first = imported(reading(ROWS[:3])).listing
    second = imported().listing
    assert first is not None
    assert second is not None
    withdraw(list_id=first.pk, reason="文件不对", actor=WU, now=NOW)
    assert set(designations()) == {FOUR[2], FOUR[3]}
    assert AuditEntry.objects.get(action="withdraw_designation").reason == "文件不对"
    with pytest.raises(DomainError, match="withdrawn"):
        withdraw(list_id=first.pk, reason="又一次", actor=WU, now=NOW)
    again = imported(reading(ROWS[:3])).listing
    assert again is not None
    assert set(designations()) == set(FOUR)


def test_a_withdrawn_batch_can_be_listed_anew() -> None:
    listing = second_batch().listing
    assert listing is not None
    withdraw(list_id=listing.pk, reason="批次写错", actor=WU, now=NOW)
    assert [row.town_id for row in demonstration_towns()] == ["440883106"]
    assert second_batch().listing is not None


def test_a_withdrawal_needs_a_reason_and_a_list() -> None:
    listing = imported().listing
    assert listing is not None
    with pytest.raises(DomainError, match="no_reason"):
        withdraw(list_id=listing.pk, reason=" ", actor=WU, now=NOW)
    with pytest.raises(NotForYou):
        withdraw(list_id=listing.pk + 1, reason="x", actor=WU, now=NOW)
    assert set(designations()) == set(FOUR)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"document_no": "  "}, "bad_document_no"),
        ({"document_no": "x" * 61}, "bad_document_no"),
        ({"document_date": date(2026, 11, 26)}, "bad_document_date"),
        ({"document_date": date(1926, 3, 2)}, "bad_document_date"),
        ({"kind": "people"}, "bad_kind"),
        ({"kind": "towns"}, "bad_kind"),
        ({"batch": 2}, "bad_kind"),
        ({"kind": "towns", "batch": 1}, "bad_batch"),
        ({"kind": "towns", "batch": 4}, "bad_batch"),
    ],
)
def test_a_list_needs_its_document(change: dict[str, object], code: str) -> None:
    whole = {
        "kind": "villages",
        "batch": None,
        "document_no": " 吴府〔２０２６〕3号 ",
        "document_date": date(2026, 3, 2),
    }
    assert paper(**whole, now=NOW) == PAPER  # type: ignore[arg-type]
    with pytest.raises(DomainError, match=code):
        paper(**(whole | change), now=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2026-03-02", "2026.3.2", "2026/3/2", "2026年3月2日", " ２０２６-３-２ "])
def test_b078_a_day_is_read_as_it_is_written(text: str) -> None:
    assert day_in(text) == date(2026, 3, 2)


@pytest.mark.parametrize("text", ["2026-13-01", "44197", "20260302", "", "1900-01-00", "2026年3月"])
def test_b078_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(DomainError, match="bad_day"):
        day_in(text)


def test_a_draft_keeps_what_was_read_and_goes_when_confirmed() -> None:
    read = reading()
    kept = draft(read)
    assert nothing_was_written()
    fresh = DesignationDraft.objects.get()
    assert drafts.reading_of(fresh) == read
    assert drafts.paper_of(fresh) == PAPER
    listing = confirmed(kept.key, shown(kept.key)).listing
    assert listing is not None
    assert listing.draft_key == kept.key
    assert not DesignationDraft.objects.exists()


def test_confirming_again_names_who_was_first() -> None:
    kept = draft()
    digest = shown(kept.key)
    confirmed(kept.key, digest)
    with pytest.raises(DomainError, match="黄科 #1") as refused:
        confirmed(kept.key, digest, actor=WU)
    assert refused.value.code == "already_confirmed"
    assert DesignationList.objects.count() == 1


def test_what_changed_since_it_was_shown_is_shown_again() -> None:
    kept = draft()
    digest = shown(kept.key)
    imported(reading(ROWS[:3]))
    with pytest.raises(DomainError, match="changed_since"):
        confirmed(kept.key, digest)
    assert real() == set(FOUR[:2])
    confirmed(kept.key, shown(kept.key))
    assert real() == set(FOUR)


def test_a_draft_that_waited_a_day_is_gone() -> None:
    kept = draft()
    digest = shown(kept.key)
    DesignationDraft.objects.update(made_at=NOW - timedelta(days=1))
    with pytest.raises(NotForYou):
        confirmed(kept.key, digest)
    with pytest.raises(NotForYou):
        queries.draft_by_key(kept.key, now=NOW)
    assert nothing_was_written()
    draft()
    assert DesignationDraft.objects.count() == 1


def test_a_dropped_draft_leaves_nothing() -> None:
    kept = draft()
    drafts.drop(kept.key)
    assert not DesignationDraft.objects.exists()
    assert nothing_was_written()


def test_reading_costs_a_fixed_number_of_statements(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    kept = reading()
    with django_assert_num_queries(5):
        queries.preview_of(kept, PAPER)
    with django_assert_num_queries(1):
        queries.board()
    with django_assert_num_queries(1):
        queries.count()


def test_a_batch_of_the_plan_itself_is_never_listed() -> None:
    assert DemonstrationTown.objects.get().listed_in is None
