"""Signed lists as tests import them: four villages under one number, two towns under another."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from common.audit import Actor
from places.designation import drafts
from places.designation.preview import Paper
from places.designation.queries import preview_of
from places.designation.reading import Reading, read_list
from places.designation.services import Choice, Imported, confirm, import_list, withdraw
from places.designation.table import Kind
from places.models import DesignationDraft
from tests.places.designation.files import Cell, csv, xlsx

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
HUANG, WU = Actor(id="1", label="黄科 #1"), Actor(id="2", label="吴科 #2")
PAPER = Paper(Kind.VILLAGES, None, "吴府〔2026〕3号", date(2026, 3, 2))
SECOND = Paper(Kind.TOWNS, 2, "吴府〔2026〕9号", date(2026, 9, 1))
FOUR = ("440883106206", "440883100204", "440883109217", "440883107220")
ROWS: list[list[Cell]] = [
    ["序号", "镇（街道）", "村（社区）", "代码"],
    [1, "吴阳镇", "水洒村", None],
    [2, "浅水镇", "新屋村", None],
    [3, "黄坡镇", "新屋村", None],
    [4, None, None, FOUR[3]],
]
BAD_ROW: list[Cell] = [5, None, "新屋村", None]
TOWNS: list[list[Cell]] = [["镇（街道）", "主导产业"], ["黄坡镇", "水产"], ["覃巴镇", "圣女果"]]


def reading(rows: Sequence[Sequence[Cell]] = ROWS, *, kind: Kind = Kind.VILLAGES) -> Reading:
    return read_list(xlsx(rows), file_name="名单.xlsx", kind=kind)


def as_csv(rows: Sequence[Sequence[Cell]] = ROWS) -> Reading:
    """The same list from another file."""
    text = [["" if cell is None else str(cell) for cell in row] for row in rows]
    return read_list(csv(text, encoding="gb18030"), file_name="名单.csv", kind=Kind.VILLAGES)


def imported(
    read: Reading | None = None,
    *,
    paper: Paper = PAPER,
    choice: Choice = Choice.ALL,
    actor: Actor = HUANG,
    now: datetime = NOW,
) -> Imported:
    return import_list(
        reading=read or reading(),
        paper=paper,
        choice=choice,
        shown=None,
        draft_key=uuid4(),
        actor=actor,
        now=now,
    )


def second_batch() -> Imported:
    return imported(reading(TOWNS, kind=Kind.TOWNS), paper=SECOND)


def withdrawn() -> None:
    """A list of one village that came and went."""
    listing = imported(reading(ROWS[:2])).listing
    assert listing is not None
    withdraw(list_id=listing.pk, reason="文件不对", actor=WU, now=NOW)


def draft(read: Reading | None = None, *, paper: Paper = PAPER) -> DesignationDraft:
    return drafts.keep(read or reading(), paper, actor=HUANG, now=NOW)


def shown(key: UUID) -> str:
    """The digest of what a person sees who looks at the draft now."""
    kept = DesignationDraft.objects.get(key=key)
    return preview_of(drafts.reading_of(kept), drafts.paper_of(kept)).digest


def confirmed(key: UUID, digest: str, *, actor: Actor = HUANG, choice: Choice = Choice.ALL) -> Imported:
    return confirm(key=key, choice=choice, shown=digest, actor=actor, now=NOW)
