"""What a file is, told from its first bytes and never from its name."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from places.designation.delimited import read_delimited
from places.designation.sheets import MAX_BYTES, Sheet, UnreadableFile
from places.designation.workbook import read_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURE = _("这个文件是图片，不是表格。请用原来的表格文件。")
_ARCHIVE = _("这个文件是压缩包。请先解压，再选里面的表格。")
_OTHERS: tuple[tuple[bytes, str | Promise], ...] = (
    (b"%PDF", _("这个文件是 PDF，不是表格。请用原来的表格文件，或者照着它重新录成 .xlsx。")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"{\\rtf", _("这个文件是文字文档，不是表格。请把表格另存为 .xlsx。")),
)
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head")


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook, or the one table of a csv.

    Raises:
        UnreadableFile: with a sentence that says what the file is and what to do.
    """
    refuse_what_is_no_list(content)
    return read_workbook(content) if content.startswith(b"PK") else (read_delimited(content),)


def refuse_what_is_no_list(content: bytes) -> None:
    """Names what was chosen by mistake.

    Raises:
        UnreadableFile: empty, too large, encrypted, a legacy workbook, a picture, a PDF, a page.
    """
    if not content.strip():
        raise UnreadableFile(_("这个文件是空的。请重新选一个。"), code="empty_file")
    if len(content) > MAX_BYTES:
        raise UnreadableFile(
            _("文件太大：名单文件最大 1 MB。请只留名单那张表，去掉图片，再试。"), code="large_file"
        )
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UnreadableFile(
                _("这个表格加了密码，打不开。请在 Excel 或 WPS 里去掉密码另存，再选它。"),
                code="encrypted_file",
            )
        raise UnreadableFile(
            _("这是旧版 .xls 表格（或 WPS 的 .et）。请在 Excel 或 WPS 里另存为 .xlsx，再选它。"),
            code="legacy_file",
        )
    for beginning, sentence in _OTHERS:
        if content.startswith(beginning):
            raise UnreadableFile(sentence, code="no_table")
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:9].lower().startswith(_MARKUP):
        raise UnreadableFile(
            _("这个文件是网页，不是表格。请在 Excel 或 WPS 里打开它，另存为 .xlsx。"), code="no_table"
        )
