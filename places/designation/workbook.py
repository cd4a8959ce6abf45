"""Reads an .xlsx within bounds: an archive that unfolds into too much is refused before it is read."""

import io
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from places.designation.bounds import area_of
from places.designation.sheets import TOO_LARGE, Sheet, UnreadableFile, cell_text

Value = int | float | str | bool | date | datetime | time | timedelta
# Unfolded, the list of all 196 villages has 60 kB.
MAX_UNFOLDED = 20_000_000
MAX_PARTS = 500
# Cells of all sheets: the reader lays a sheet out in memory as a full rectangle.
MAX_AREA = 300_000
# Beyond it a number in a cell no longer holds all its digits (they are IEEE doubles).
EXACT = 2**53
_DAMAGED = _("这个 .xlsx 损坏了，打不开。请在 Excel 或 WPS 里重新保存一份，再选它。")


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """The visible sheets, merged cells filled; hidden ones are not read.

    Raises:
        UnreadableFile: not a workbook, damaged, or too large once unfolded.
    """
    _look_inside(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _sheet(book.get_sheet_by_name(found.name))
            for found in book.sheets_metadata
            if found.visible == SheetVisibleEnum.Visible
        )
    except CalamineError as error:
        raise UnreadableFile(_DAMAGED, code="damaged_file") from error


def _look_inside(content: bytes) -> None:
    """Unfolds every part once. Sizes that the archive states may lie; then its checksums fail here."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNFOLDED:
                raise UnreadableFile(TOO_LARGE, code="large_file")
            _refuse_other_archives({part.filename for part in parts})
            if sum(area_of(archive.read(part)) for part in parts) > MAX_AREA:
                raise UnreadableFile(TOO_LARGE, code="large_file")
    except RuntimeError as error:
        if isinstance(error, NotImplementedError):
            raise UnreadableFile(_DAMAGED, code="damaged_file") from error
        # zipfile's way to say that a part is encrypted.
        raise UnreadableFile(
            _("这个表格加了密码，打不开。请在 Excel 或 WPS 里去掉密码另存，再选它。"), code="encrypted_file"
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnreadableFile(_DAMAGED, code="damaged_file") from error


def _refuse_other_archives(names: set[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    if any(name.startswith("word/") for name in names):
        raise UnreadableFile(_("这个文件是文字文档，不是表格。请把表格另存为 .xlsx。"), code="no_table")
    if "content.xml" in names or any(name.startswith("xl/") for name in names):
        raise UnreadableFile(_("读不了这种表格。请在 Excel 或 WPS 里另存为 .xlsx，再选它。"), code="no_table")
    raise UnreadableFile(_("这个文件是压缩包。请先解压，再选里面的表格。"), code="no_table")


def _sheet(found: CalamineSheet) -> Sheet:
    rows = [[_text(value) for value in row] for row in found.to_python(skip_empty_area=False)]
    merged: dict[tuple[int, int], int] = {}
    for (top, left), (bottom, right) in found.merged_cell_ranges or ():
        if top >= len(rows) or left >= len(rows[top]):
            continue
        covered = [
            (row, column)
            for row in range(top, min(bottom + 1, len(rows)))
            for column in range(left, min(right + 1, len(rows[row])))
            if (row, column) != (top, left)
        ]
        if any(cell in merged for cell in [(top, left), *covered]):
            raise UnreadableFile(_DAMAGED, code="damaged_file")  # merged cells never overlap
        for row, column in covered:
            rows[row][column] = rows[top][left]
            merged[row, column] = top
    return Sheet(name=found.name, rows=tuple(tuple(row) for row in rows), merged=merged)


def _text(value: Value) -> str:
    """Whole numbers without .0; a number that has lost digits gets an exponent, so that it shows."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not abs(value) < EXACT:
            return f"{value:e}"
        return str(int(value)) if value == int(value) else str(value)
    return cell_text(str(value))
