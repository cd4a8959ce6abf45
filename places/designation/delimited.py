"""Reads csv as Chinese offices save it: UTF-8 with or without mark, UTF-16 with mark, GBK and GB18030."""

import codecs
import csv
import io

from django.utils.translation import gettext_lazy as _

from places.designation.sheets import TOO_LARGE, Sheet, UnreadableFile, cell_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (",", "\t", ";", "，")
MAX_ROWS = 5_000


def read_delimited(content: bytes) -> Sheet:
    """The table, with rows counted as a spreadsheet shows them.

    Raises:
        UnreadableFile: the bytes are no text, or the text is no table.
    """
    if b"\0" in content and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableFile(_("这个文件不是表格，也不是文字。请选 .xlsx 或 .csv 名单。"), code="no_table")
    text = _decoded(content)
    delimiter = max(_DELIMITERS, key=text[:4_000].count)
    try:
        rows = [
            tuple(cell_text(cell) for cell in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise UnreadableFile(
            _("这个 .csv 读不下去。请在 Excel 或 WPS 里打开，另存为 .xlsx。"), code="damaged_file"
        ) from error
    if len(rows) > MAX_ROWS:
        raise UnreadableFile(TOO_LARGE, code="large_file")
    return Sheet(name="", rows=tuple(rows), merges_are_lost=True)


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _as(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # GBK and GB2312 are parts of it.
        return _as(content, "gb18030")


def _as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            _("看不懂这个文件的文字编码。请在 Excel 或 WPS 里打开，另存为 .xlsx。"), code="unknown_encoding"
        ) from error
