"""Finds the list in a file: the sheet, the heading row under its titles, the columns, the rows that count."""

import re
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from places import words
from places.designation.headers import Column, column_of
from places.designation.names import plain
from places.designation.sheets import MAX_CELL, Sheet, UnreadableFile

# Titles, document number, unit and date stand above the headings.
HEADING_WITHIN = 30
MAX_LISTED = 2_000
# How an empty cell under 是否… is quoted: it says no, since others in the column say yes.
EMPTY = "（空）"
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|总数|总共|共\d+个)")
# 注：, 填表人：, 日期： – a place's name has no colon.
_NOTE = re.compile(r"^[^:]{1,12}:")
_EXAMPLE = re.compile(r"^(?:例|示例|样例|范例|例如|举例)\d*$")


class Kind(TextChoices):
    """What a list designates."""

    VILLAGES = "villages", words.DESIGNATED_VILLAGES
    TOWNS = "towns", words.DEMONSTRATION_TOWNS


_KEYS = {
    Kind.VILLAGES: {Column.VILLAGE, Column.VILLAGE_CODE, Column.CODE},
    Kind.TOWNS: {Column.TOWN, Column.TOWN_CODE, Column.CODE},
}


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row as it is written; `line` counts as a spreadsheet does, `town_line` is where its town was read."""

    line: int
    town: str = ""
    village: str = ""
    code: str = ""
    county: str = ""
    category: str = ""
    is_meant: str = ""
    batch: str = ""
    industry: str = ""
    town_line: int = 0

    @property
    def as_read(self) -> str:
        """The cells that name a place, to read."""
        return " ".join(part for part in (self.town, self.village, self.code) if part)


@dataclass(frozen=True, slots=True)
class Listed:
    """The list: its rows, the lines that were left out with their text, the headings that are not ours."""

    sheet: str
    heading_line: int
    rows: tuple[ListedRow, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    unread: tuple[str, ...] = ()


def find_list(sheets: tuple[Sheet, ...], *, kind: Kind) -> Listed:
    """The one sheet with headings that we know, and its rows.

    Raises:
        UnreadableFile: no sheet or several, two columns of one meaning, villages where towns are awaited, no rows.
    """
    found = [(sheet, line) for sheet in sheets if (line := _heading_row(sheet, kind)) is not None]
    if not found:
        raise UnreadableFile(_no_heading(kind), code="no_heading")
    if len(found) > 1:
        names = " / ".join(sheet.name for sheet, _line in found)
        raise UnreadableFile(
            _("有几张工作表都像名单：%(names)s。请只留一张，再试。") % {"names": names}, code="several_sheets"
        )
    sheet, heading = found[0]
    columns = _columns(sheet, heading)
    if kind == Kind.TOWNS and Column.VILLAGE in columns:
        raise UnreadableFile(
            _("这份名单有“村”一列，像是村的名单。登记示范镇请用镇（街道）的名单。"), code="other_kind"
        )
    rows, skipped = _rows(sheet, heading, columns, kind)
    if not rows:
        raise UnreadableFile(_("表头下面没有一行名单。"), code="no_rows")
    if len(rows) > MAX_LISTED:
        raise UnreadableFile(_("名单超过 2000 行。请只留这份名单的行，再试。"), code="large_file")
    unread = tuple(text for text in sheet.rows[heading] if text and column_of(text) is None)
    return Listed(sheet.name, heading + 1, tuple(rows), tuple(skipped), tuple(dict.fromkeys(unread)))


def _no_heading(kind: Kind) -> Promise:
    if kind == Kind.TOWNS:
        return _("没有找到表头。名单要有一行写着“镇（街道）”或“代码”这样的列名。")
    return _("没有找到表头。名单要有一行写着“村（社区）”或“代码”这样的列名，最好还有“镇（街道）”。")


def _heading_row(sheet: Sheet, kind: Kind) -> int | None:
    """The row (from 0) among the first ones that heads a column with places; the fullest, then the last of merged."""
    known = [
        (len(meanings), row)
        for row, cells in enumerate(sheet.rows[:HEADING_WITHIN])
        if (meanings := {column_of(text) for text in cells if text} - {None}) & _KEYS[kind]
    ]
    most = max((count for count, _row in known), default=0)
    # Headings merged over two rows fill both: the list begins under the lower one.
    rows = [row for count, row in known if count == most]
    if not rows:
        return None
    row = rows[0]
    while row + 1 in rows and sheet.rows[row + 1] == sheet.rows[row]:
        row += 1
    return row


def _columns(sheet: Sheet, heading: int) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for index, text in enumerate(sheet.rows[heading]):
        meaning = column_of(text) if text else None
        if meaning is None or _continues(sheet, heading, index):
            continue
        if meaning in columns:
            raise UnreadableFile(
                _("有两列意思一样：“%(one)s”和“%(other)s”。请只留一列，再试。")
                % {"one": sheet.rows[heading][columns[meaning]], "other": text},
                code="twin_columns",
            )
        columns[meaning] = index
    return columns


def _continues(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a heading is merged with the one to its left."""
    return (
        column > 0
        and (row, column) in sheet.merged
        and sheet.rows[row][column - 1] == sheet.rows[row][column]
    )


def _rows(
    sheet: Sheet, heading: int, columns: dict[Column, int], kind: Kind
) -> tuple[list[ListedRow], list[tuple[int, str]]]:
    rows: list[ListedRow] = []
    skipped: list[tuple[int, str]] = []
    above: ListedRow | None = None
    for index in range(heading + 1, len(sheet.rows)):
        cells = sheet.rows[index]
        if not any(cells):
            continue
        if _does_not_count(cells, sheet.rows[heading], columns):
            skipped.append((index + 1, " ".join(dict.fromkeys(cell for cell in cells if cell))[:MAX_CELL]))
            above = None
            continue
        row = _row(sheet, index, columns, kind)
        if row.town:
            above = row
        elif sheet.merges_are_lost and above is not None and row.village and not row.code:
            row = replace(row, town=above.town, town_line=above.line)
        rows.append(row)
    return rows, skipped


def _does_not_count(cells: tuple[str, ...], heading: tuple[str, ...], columns: dict[Column, int]) -> bool:
    """Sums, notes below the list, an example above it, headings again on a new page, a number and nothing else."""
    texts = [plain(cell) for cell in cells if cell]
    number = plain(_cell(cells, columns.get(Column.NUMBER)))
    return (
        any(_TOTAL.match(text) for text in texts[:3])
        or (bool(texts) and bool(_NOTE.match(texts[0])))
        or bool(_EXAMPLE.match(number))
        or texts == [plain(text) for text in heading if text]
        or texts == [number]
    )


def _row(sheet: Sheet, index: int, columns: dict[Column, int], kind: Kind) -> ListedRow:
    cells = sheet.rows[index]

    def cell(column: Column) -> str:
        return _cell(cells, columns.get(column))

    own = Column.VILLAGE_CODE if kind == Kind.VILLAGES else Column.TOWN_CODE
    town = cell(Column.TOWN) or (cell(Column.TOWN_CODE) if kind == Kind.VILLAGES else "")
    held_in = sheet.merged.get((index, columns.get(Column.TOWN, -1)), index)
    return ListedRow(
        line=index + 1,
        town=town,
        village=cell(Column.VILLAGE),
        code=cell(own) or cell(Column.CODE),
        county=cell(Column.COUNTY),
        category=cell(Column.CATEGORY),
        is_meant=cell(Column.IS_MEANT) or (EMPTY if Column.IS_MEANT in columns else ""),
        batch=cell(Column.BATCH),
        industry=cell(Column.INDUSTRY),
        town_line=held_in + 1 if town else 0,
    )


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""
