"""Places are known by code or by name, however their names are written; the town decides between namesakes."""

import pytest
from django.utils import translation

from places.designation.judging import Judged, Known, Outcome, batch_in, judge
from places.designation.reasons import Why
from places.designation.table import Kind, ListedRow
from tests.places.designation.wuchuan import WUCHUAN

SHUISA = "440883106206"


def village(known: Known | None = None, **cells: str) -> Judged:
    return judge(
        (ListedRow(line=5, **cells),),  # type: ignore[arg-type]
        kind=Kind.VILLAGES,
        batch=None,
        gazetteer=WUCHUAN,
        known=known or Known(),
    )[0]


def town(known: Known | None = None, **cells: str) -> Judged:
    return judge(
        (ListedRow(line=5, **cells),),  # type: ignore[arg-type]
        kind=Kind.TOWNS,
        batch=2,
        gazetteer=WUCHUAN,
        known=known or Known(),
    )[0]


def code_of(judged: Judged) -> str:
    assert judged.place is not None, judged.reason
    return judged.place.code


def why(judged: Judged) -> Why:
    assert judged.reason is not None
    assert judged.outcome == Outcome.BAD
    return judged.reason.why


def places(judged: Judged) -> list[str]:
    assert judged.reason is not None
    return [place.code for place in judged.reason.places]


@pytest.mark.parametrize(
    "name",
    [
        "水洒村委会",
        "水洒村民委员会",
        "水洒村",
        "水洒",
        "水洒村委",
        "水洒行政村",
        "水洒社区",
        " 水 洒　村 ",
        "水洒村委会\u200b",
    ],
)
@pytest.mark.parametrize(
    "above", ["吴阳镇", "吴阳", "吴阳镇人民政府", "吴川市吴阳镇", "广东省湛江市吴川市吴阳镇", "　吴阳 镇"]
)
def test_a_village_is_known_with_or_without_its_suffix(above: str, name: str) -> None:
    assert code_of(village(town=above, village=name)) == SHUISA


@pytest.mark.parametrize("cell", ["吴阳镇水洒村委会", "吴川市吴阳镇水洒村", "吴阳镇 水洒"])
def test_town_and_village_may_share_a_cell(cell: str) -> None:
    assert code_of(village(village=cell)) == SHUISA
    assert code_of(village(town="吴阳", village=cell)) == SHUISA
    assert why(village(town="黄坡镇", village=cell)) == Why.OTHER_TOWN


def test_each_of_the_196_is_found_by_its_names_and_by_its_code() -> None:
    for place in WUCHUAN.villages:
        assert code_of(village(town=place.town, village=place.name)) == place.code
        assert code_of(village(village=place.town + place.name)) == place.code
        assert code_of(village(code=place.code)) == place.code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("新屋村", ["440883100204", "440883109217"]),
        ("新城社区", ["440883001016", "440883002001"]),
        ("沿江", ["440883001007", "440883004003"]),
    ],
)
def test_the_town_decides_between_namesakes(name: str, codes: list[str]) -> None:
    without = village(village=name)
    assert (why(without), places(without)) == (Why.AMBIGUOUS, codes)
    for code in codes:
        named = next(town for town in WUCHUAN.towns if code.startswith(town.code))
        assert code_of(village(town=named.name, village=name)) == code


def test_a_refused_namesake_names_both_in_the_readers_language() -> None:
    reason = village(village="新屋村").reason
    assert reason is not None
    both = "浅水镇新屋村委会（440883100204） / 黄坡镇新屋村委会（440883109217）"
    assert reason.sentence == f"“新屋村”有同名的：{both}。请写明镇（街道）或代码。"
    with translation.override("en"):
        assert "Xinwu Village, Qianshui Town (440883100204) / Xinwu Village, Huangpo Town" in reason.sentence


@pytest.mark.parametrize("above", ["塘㙍镇", "塘缀镇", "塘缀", "塘綴"])
@pytest.mark.parametrize(
    ("name", "code"), [("塘㙍村", "440883107204"), ("塘缀村委会", "440883107204"), ("东村", None)]
)
def test_tangzhui_is_known_as_it_is_typed(above: str, name: str, code: str | None) -> None:
    found = code_of(village(town=above, village=name))
    assert found.startswith("440883107")
    assert code is None or WUCHUAN.villages_named("塘㙍村")[0].code == found


@pytest.mark.parametrize(
    "code", ["440883106206", " 440883106206 ", "４４０８８３１０６２０６", "'440883106206"]
)
def test_a_code_is_enough(code: str) -> None:
    assert code_of(village(code=code)) == SHUISA


@pytest.mark.parametrize(
    ("cells", "reason", "meant"),
    [
        ({}, Why.NO_PLACE, []),
        ({"town": "吴阳镇"}, Why.NO_PLACE, []),
        ({"code": "440883106999"}, Why.UNKNOWN_CODE, []),
        ({"code": "440883106"}, Why.UNKNOWN_CODE, []),
        ({"code": "4.40883e+11"}, Why.DAMAGED_CODE, []),
        ({"code": "4.40883E+11"}, Why.DAMAGED_CODE, []),
        ({"code": SHUISA, "village": "那良村"}, Why.CODE_AND_NAME_DIFFER, [SHUISA, "440883106202"]),
        (
            {"code": SHUISA, "town": "黄坡镇", "village": "水洒村"},
            Why.CODE_AND_NAME_DIFFER,
            [SHUISA, "440883109"],
        ),
        ({"town": "黄坡镇", "village": "水洒村"}, Why.OTHER_TOWN, [SHUISA]),
        ({"town": "吴羊镇", "village": "水洒村"}, Why.UNKNOWN_TOWN, ["440883106"]),
        ({"town": "石城镇", "village": "水洒村"}, Why.UNKNOWN_TOWN, []),
        ({"town": "吴阳镇", "village": "水酒村"}, Why.UNKNOWN_VILLAGE, [SHUISA]),
        ({"village": "塘?村"}, Why.UNKNOWN_VILLAGE, None),
        ({"county": "廉江市", "town": "吴阳镇", "village": "水洒村"}, Why.OUTSIDE, []),
        ({"code": SHUISA, "is_meant": "否"}, Why.NOT_MEANT, []),
        ({"code": SHUISA, "is_meant": "（空）"}, Why.NOT_MEANT, []),
        ({"code": SHUISA, "category": "非贫困村"}, Why.NOT_MEANT, []),
    ],
)
def test_a_row_that_designates_nothing_says_why(
    cells: dict[str, str], reason: Why, meant: list[str] | None
) -> None:
    judged = village(**cells)
    assert (why(judged), judged.place) == (reason, None)
    if meant is not None:
        assert places(judged) == meant
    assert judged.reason is not None
    assert "%(" not in judged.reason.sentence


@pytest.mark.parametrize("county", ["吴川", "吴川市", "湛江市吴川市"])
def test_the_own_city_is_no_reason(county: str) -> None:
    assert code_of(village(county=county, is_meant="是", category="省定贫困村", code=SHUISA)) == SHUISA


def test_a_second_row_for_one_place_names_the_first() -> None:
    rows = (
        ListedRow(line=4, town="吴阳镇", village="水洒村"),
        ListedRow(line=5, village="那良"),
        ListedRow(line=6, code=SHUISA),
    )
    judged = judge(rows, kind=Kind.VILLAGES, batch=None, gazetteer=WUCHUAN, known=Known())
    assert [row.outcome for row in judged] == [Outcome.NEW, Outcome.NEW, Outcome.BAD]
    assert why(judged[2]) == Why.REPEATED
    assert "第 4 行" in judged[2].reason.sentence  # type: ignore[union-attr]


def test_what_is_designated_stays_as_it_is() -> None:
    assert village(Known(frozenset({SHUISA})), code=SHUISA).outcome == Outcome.ALREADY


@pytest.mark.parametrize(
    "cells",
    [
        {"town": "黄坡镇"},
        {"town": "黄坡"},
        {"town": "黄坡镇政府", "batch": "第二批"},
        {"code": "440883109"},
        {"code": "440883109000", "town": "黄坡镇"},
    ],
)
def test_a_town_joins_its_batch(cells: dict[str, str]) -> None:
    judged = town(**cells)
    assert (code_of(judged), judged.outcome) == ("440883109", Outcome.NEW)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"town": "黄坡镇", "batch": "第三批"}, Why.OTHER_BATCH),
        ({"town": "黄坡镇", "batch": "下一批"}, Why.OTHER_BATCH),
        ({"town": "吴阳镇"}, Why.IN_A_BATCH),
        ({"code": "440883109", "town": "兰石镇"}, Why.CODE_AND_NAME_DIFFER),
        ({"code": "440883109217"}, Why.UNKNOWN_CODE),
        ({"town": "廉江镇"}, Why.UNKNOWN_TOWN),
    ],
)
def test_a_town_that_cannot_join_says_why(cells: dict[str, str], reason: Why) -> None:
    assert why(town(Known(batches={"440883106": 1}), **cells)) == reason


def test_a_town_of_this_batch_stays() -> None:
    assert town(Known(batches={"440883109": 2}), town="黄坡镇").outcome == Outcome.ALREADY


@pytest.mark.parametrize(
    ("text", "batch"),
    [
        ("首批", 1),
        ("第二批", 2),
        ("二", 2),
        ("2", 2),
        ("２", 2),
        ("第3批次", 3),
        ("第三批示范镇", 3),
        ("第四批", None),
        ("", None),
    ],
)
def test_batches_are_read_as_they_are_written(text: str, batch: int | None) -> None:
    assert batch_in(text) == batch
