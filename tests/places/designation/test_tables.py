"""Lists as offices keep them: titles above, merged towns, sums below, several sheets, any encoding."""

from collections.abc import Sequence

import pytest

from places.designation.reading import read_list
from places.designation.sheets import UnreadableFile
from places.designation.table import Kind, Listed
from tests.places.designation.files import Cell, csv, xlsx

TITLED: list[list[Cell]] = [
    ["吴川市省定贫困村名单"],
    ["填报单位：（盖章）", None, None, "2026年3月"],
    ["序号", "镇（街道）", "村（社区）", "行政区划代码", "备注"],
    [1, "吴阳镇", "水洒村", 440883106206, "村里的话"],
    [2, None, "那良村", None, None],
    [3, None, "大坉村", "440883106207", None],
    [4, "黄坡镇", "新屋村", None, None],
    ["合计", None, 4, None, None],
    [None, "注：以上为示意", None, None, None],
]
MERGED = ["A1:E1", "B4:B6"]


def listed(content: bytes, kind: Kind = Kind.VILLAGES) -> Listed:
    return read_list(content, file_name="名单.xlsx", kind=kind).listed


def places(found: Listed) -> list[tuple[int, str, str, str, int]]:
    return [(row.line, row.town, row.village, row.code, row.town_line) for row in found.rows]


def code_of(content: bytes, kind: Kind = Kind.VILLAGES) -> str:
    with pytest.raises(UnreadableFile) as refused:
        listed(content, kind)
    return refused.value.code


def test_b077_b082_the_list_is_found_under_its_titles_with_its_merged_towns() -> None:
    found = listed(xlsx(TITLED, merged=MERGED))
    assert (found.sheet, found.heading_line) == ("名单", 3)
    assert places(found) == [
        (4, "吴阳镇", "水洒村", "440883106206", 4),
        (5, "吴阳镇", "那良村", "", 4),
        (6, "吴阳镇", "大坉村", "440883106207", 4),
        (7, "黄坡镇", "新屋村", "", 7),
    ]
    assert found.skipped == ((8, "合计 4"), (9, "注：以上为示意"))
    assert found.unread == ("备注",)


def test_what_is_not_ours_is_not_kept() -> None:
    assert "村里的话" not in repr(listed(xlsx(TITLED, merged=MERGED)))


def test_b077_an_empty_town_that_is_not_merged_is_not_filled_by_guess() -> None:
    found = listed(xlsx(TITLED))
    assert [row.town for row in found.rows] == ["吴阳镇", "", "", "黄坡镇"]


def test_b077_a_merged_cell_left_blank_stays_blank() -> None:
    rows: list[list[Cell]] = [["镇", "村"], ["吴阳镇", "水洒村"], [None, "新屋村"], [None, "沿江社区"]]
    assert [row.town for row in listed(xlsx(rows, merged=["A3:A4"])).rows] == ["吴阳镇", "", ""]


def test_csv_has_lost_its_merged_cells_so_the_line_of_the_town_is_told() -> None:
    rows = [
        ["镇", "村"],
        ["吴阳镇", "水洒村"],
        ["", "那良村"],
        ["小计", "2"],
        ["", "新屋村"],
        ["", ""],
        ["黄坡镇", "新屋村"],
    ]
    assert places(listed(csv(rows))) == [
        (2, "吴阳镇", "水洒村", "", 2),
        (3, "吴阳镇", "那良村", "", 2),
        (5, "", "新屋村", "", 0),
        (7, "黄坡镇", "新屋村", "", 7),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_b065_b079_any_encoding_of_an_office_gives_the_same_rows(encoding: str) -> None:
    rows = [["序号", "镇", "村"], ["1", "吴阳镇", "水洒村"], ["2", "覃巴镇", "吉兆村"]]
    assert places(listed(csv(rows, encoding=encoding))) == [
        (2, "吴阳镇", "水洒村", "", 2),
        (3, "覃巴镇", "吉兆村", "", 3),
    ]


def test_b079_the_rare_character_survives_gb18030() -> None:
    assert listed(csv([["镇", "村"], ["塘㙍镇", "塘㙍村"]], encoding="gb18030")).rows[0].town == "塘㙍镇"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_seen(delimiter: str) -> None:
    text = "镇,村\n吴阳镇,水洒村\n".replace(",", delimiter)
    assert places(listed(text.encode())) == [(2, "吴阳镇", "水洒村", "", 2)]


@pytest.mark.parametrize(
    "headings",
    [
        ["镇", "村"],
        ["乡镇", "行政村"],
        ["镇街", "村（社区）"],
        ["镇（街道）", "行政村名称"],
        ["街道", "社区"],
        ["所在镇（街）", "村居"],
        ["所属乡镇", "村委会名称"],
        ["　镇 / 街道", "村\n名"],
        ["镇名", "省定贫困村名称"],
    ],
)
def test_columns_are_known_by_their_usual_names(headings: list[str]) -> None:
    assert places(listed(xlsx([headings, ["吴阳镇", "水洒村"]]))) == [(2, "吴阳镇", "水洒村", "", 2)]


@pytest.mark.parametrize(
    "heading", ["行政区划代码", "代码", "村编码", "村代码", "统计用区划代码", "行政区划代码（12位）"]
)
def test_codes_are_known_by_their_usual_names(heading: str) -> None:
    assert listed(xlsx([[heading], [440883106206]])).rows[0].code == "440883106206"


def test_b075_b076_numbers_come_without_a_point_and_lost_digits_show() -> None:
    rows = listed(xlsx([["代码"], [440883106206], [440883106206.0], [4.4088310620612e17]])).rows
    assert [row.code for row in rows] == ["440883106206", "440883106206", "4.408831e+17"]


def test_other_columns_speak_too() -> None:
    rows: Sequence[Sequence[Cell]] = [
        ["县（市、区）", "镇", "村", "类别", "是否省定贫困村", "是否派驻工作队"],
        ["吴川市", "吴阳镇", "水洒村", "村", "是", "否"],
        ["吴川市", "吴阳镇", "那良村", None, None, "是"],
    ]
    first, second = listed(xlsx(rows)).rows
    assert (first.county, first.category, first.is_meant) == ("吴川市", "村", "是")
    assert (second.category, second.is_meant) == ("", "（空）")


def test_rows_that_do_not_count_are_told() -> None:
    rows: list[list[Cell]] = [
        ["序号", "镇", "村"],
        ["示例", "某某镇", "某某村"],
        [1, "吴阳镇", "水洒村"],
        ["序号", "镇", "村"],
        [2, "吴阳镇", "那良村"],
        [3, None, None],
        ["总计（2个）", None, None],
        ["填表人：张三", None, "审核人：李四"],
    ]
    found = listed(xlsx(rows))
    assert [row.line for row in found.rows] == [3, 5]
    assert [line for line, _text in found.skipped] == [2, 4, 6, 7, 8]


def test_b082_a_sheet_that_is_hidden_or_no_list_is_not_read() -> None:
    assert listed(xlsx(TITLED, merged=MERGED, sheets=[("旧名单", "hidden")])).sheet == "名单"


def test_b082_two_sheets_that_look_like_lists_are_asked_about() -> None:
    with pytest.raises(UnreadableFile, match="名单 / 旧名单") as refused:
        listed(xlsx(TITLED, merged=MERGED, sheets=[("旧名单", "visible")]))
    assert refused.value.code == "several_sheets"


def test_headings_over_two_merged_rows() -> None:
    rows: list[list[Cell]] = [["镇", "村"], [None, None], ["吴阳镇", "水洒村"]]
    assert places(listed(xlsx(rows, merged=["A1:A2", "B1:B2"]))) == [(3, "吴阳镇", "水洒村", "", 3)]


def test_a_list_of_towns() -> None:
    rows: list[list[Cell]] = [
        ["批次", "镇（街道）", "主导产业"],
        ["第二批", "黄坡镇", "水产"],
        [None, "覃巴镇", "圣女果"],
    ]
    found = listed(xlsx(rows, merged=["A2:A3"]), Kind.TOWNS)
    assert [(row.town, row.batch, row.industry) for row in found.rows] == [
        ("黄坡镇", "第二批", "水产"),
        ("覃巴镇", "第二批", "圣女果"),
    ]


@pytest.mark.parametrize(
    ("rows", "kind", "code"),
    [
        ([["吴阳镇", "水洒村"]], Kind.VILLAGES, "no_heading"),
        ([["姓名", "电话"], ["甲", "1"]], Kind.VILLAGES, "no_heading"),
        ([["镇"], ["吴阳镇"]], Kind.VILLAGES, "no_heading"),
        ([["镇", "村"]], Kind.VILLAGES, "no_rows"),
        ([["镇", "村"], ["合计", "0"]], Kind.VILLAGES, "no_rows"),
        ([["镇", "乡镇", "村"], ["吴阳镇", "", "水洒村"]], Kind.VILLAGES, "twin_columns"),
        ([["镇", "村"], ["吴阳镇", "水洒村"]], Kind.TOWNS, "other_kind"),
        ([["镇", "村"], *[["吴阳镇", "水洒村"]] * 2001], Kind.VILLAGES, "large_file"),
    ],
)
def test_what_is_no_list_is_refused_by_name(rows: list[list[str]], kind: Kind, code: str) -> None:
    assert code_of(csv(rows), kind) == code
