"""Files chosen by mistake, and files made to harm, end with a sentence and before they take room."""

import io
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.designation.reading import read_list
from places.designation.sheets import MAX_BYTES, UnreadableFile
from places.designation.table import Kind
from tests.places.designation.files import xlsx

LIST = xlsx([["镇", "村"], ["吴阳镇", "水洒村"]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def refused(content: bytes, name: str = "名单.xlsx") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        read_list(content, file_name=name, kind=Kind.VILLAGES)
    return error.value


def archive(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


def with_sheet(xml: str) -> bytes:
    """The list with other XML in place of its sheet."""
    with zipfile.ZipFile(io.BytesIO(LIST)) as read:
        parts = {part.filename: read.read(part) for part in read.infolist()}
    return archive(parts | {"xl/worksheets/sheet1.xml": xml.encode()})


def cells(text: str) -> str:
    return SHEET.format(text)


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "empty_file", "空的"),
        (b" \r\n", "empty_file", "空的"),
        (b"x" * (MAX_BYTES + 1), "large_file", "1 MB"),
        (b"%PDF-1.7\n...", "no_table", "PDF"),
        (b"\x89PNG\r\n\x1a\n...", "no_table", "图片"),
        (b"\xff\xd8\xff\xe0...", "no_table", "图片"),
        (b"Rar!\x1a\x07", "no_table", "压缩包"),
        (b"7z\xbc\xaf\x27\x1c", "no_table", "压缩包"),
        (b"{\\rtf1 ...", "no_table", "文字文档"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "no_table", "网页"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "no_table", "网页"),
        (OLE, "legacy_file", ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted_file", "密码"),
        (archive({"word/document.xml": b"<x/>"}), "no_table", "文字文档"),
        (archive({"content.xml": b"<x/>"}), "no_table", "另存为 .xlsx"),
        (archive({"xl/workbook.bin": b"x"}), "no_table", "另存为 .xlsx"),
        (archive({"名单.txt": b"x"}), "no_table", "压缩包"),
        (archive({"xl/workbook.xml": b"x"}), "damaged_file", "损坏"),
        (LIST[:-30], "damaged_file", "损坏"),
        (LIST[:200], "damaged_file", "损坏"),
        (b"PK\x03\x04 and nothing", "damaged_file", "损坏"),
        (bytes(range(256)) * 4, "no_table", "不是表格"),
        (b"\x80\x81\xff\xfe\xff" * 50, "unknown_encoding", "编码"),
    ],
)
def test_what_was_chosen_by_mistake_is_named(content: bytes, code: str, says: str) -> None:
    error = refused(content)
    assert error.code == code
    assert says in error.message


@pytest.mark.parametrize("name", ["名单.pdf", "名单.xls", "名单.csv", "名单", "C:\\桌面\\名单.xlsx"])
def test_the_name_of_a_file_decides_nothing(name: str) -> None:
    reading = read_list(LIST, file_name=name, kind=Kind.VILLAGES)
    assert len(reading.listed.rows) == 1
    assert reading.file_name == name.removeprefix("C:\\桌面\\")


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    bomb = archive({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 300_000_000})
    assert len(bomb) < MAX_BYTES
    tracemalloc.start()
    assert refused(bomb).code == "large_file"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    content = archive({"xl/workbook.xml": b"<x/>", "xl/big.xml": b"0" * 30_000_000})
    size = (30_000_000).to_bytes(4, "little")
    assert content.count(size) == 2
    assert refused(content.replace(size, (100).to_bytes(4, "little"))).code == "damaged_file"


def test_too_many_parts_are_refused() -> None:
    assert refused(archive({f"xl/{number}": b"" for number in range(501)})).code == "large_file"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r=\'A1\'><v>1</v></c></row><row r="9"><c s=">" r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>',
        '<row><c r="A1"><v>1</v></c></row><row r="700000"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><x><c r="ZZZ999999"><v>1</v></c></x></row>',
        '<!-- <c r="A1"/> --><c r="XFD99999"><f>1</f><v>1</v></c>',
    ],
)
def test_two_cells_at_far_corners_are_refused(rows: str) -> None:
    assert refused(with_sheet(cells(rows))).code == "large_file"


def test_empty_cells_far_away_take_no_room() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>村</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>水洒村</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    reading = read_list(with_sheet(cells(rows)), file_name="x", kind=Kind.VILLAGES)
    assert [row.village for row in reading.listed.rows] == ["水洒村"]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="11A"><v>1</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        # The reader of workbooks takes it, and the last of the two: all memory would be gone.
        '<row r="1"><c r="A1"r="ZZZ9999999"><v>1</v></c></row>',
        '<row r="1"><c r="A1" r="ZZZ9999999"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></row>',
    ],
)
def test_a_sheet_that_no_writer_makes_is_damage(row: str) -> None:
    assert refused(with_sheet(cells(row))).code == "damaged_file"


def test_a_picture_in_a_workbook_is_no_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(LIST)) as read:
        parts = {part.filename: read.read(part) for part in read.infolist()}
    picture = archive(parts | {"xl/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256))})
    assert len(read_list(picture, file_name="x", kind=Kind.VILLAGES).listed.rows) == 1


def test_control_characters_and_novels_are_left_behind() -> None:
    text = "镇,村\n吴\0阳\x07镇," + "村" * 30_000
    row = read_list(text.encode("utf-16"), file_name="x", kind=Kind.VILLAGES).listed.rows[0]
    assert (row.town, len(row.village)) == ("吴阳镇", 200)
    workbook = with_sheet(cells('<row r="1"><c r="A1" t="inlineStr"><is><t>村_x0000_</t></is></c></row>'))
    assert refused(workbook).code == "no_rows"


@given(st.text(st.characters(codec="utf-8")) | st.text('镇村,\n"\0吴阳新屋合计0123456789'))
def test_any_text_is_a_list_or_a_sentence(text: str) -> None:
    with suppress(UnreadableFile):
        read_list(text.encode(), file_name="x", kind=Kind.VILLAGES)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_a_sentence(content: bytes) -> None:
    for beginning in (b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf"):
        with suppress(UnreadableFile):
            read_list(beginning + content, file_name="x", kind=Kind.VILLAGES)


def test_entities_are_not_unfolded() -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    assert refused(with_sheet(entities + cells(text))).code in {"damaged_file", "no_heading"}


def test_merged_cells_that_overlap_are_damage() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="I9"><v>1</v></c></row>'
    merges = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
    xml = cells(rows).replace("</sheetData>", f"</sheetData>{merges}")
    assert refused(with_sheet(xml)).code == "damaged_file"


@pytest.mark.parametrize("cut", range(0, len(LIST), 97))
def test_a_damaged_workbook_is_a_sentence_and_never_a_fault(cut: int) -> None:
    broken = bytearray(LIST)
    broken[cut] ^= 0xFF
    # A flipped byte may do no harm; if it does, nothing but our own error comes out.
    with suppress(UnreadableFile):
        read_list(bytes(broken), file_name="x", kind=Kind.VILLAGES)
