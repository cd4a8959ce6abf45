"""`manage.py import_designation` shows first and writes only with --confirm."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from places.models import DesignationList
from places.queries import demonstration_towns, designations
from tests.places.designation.files import xlsx
from tests.places.designation.signed import BAD_ROW, FOUR, ROWS, TOWNS

pytestmark = pytest.mark.django_db

PAPER = ("--document-number", "吴府〔2026〕3号", "--document-date", "2026年3月2日")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(xlsx([["吴川市名单"], *ROWS, BAD_ROW, ["合计", None, 5]]))
    return path


def run(*arguments: object) -> str:
    said = StringIO()
    call_command("import_designation", *map(str, arguments), stdout=said, no_color=True)
    return said.getvalue()


def test_without_confirm_it_shows_and_writes_nothing(file: Path) -> None:
    assert run(file, *PAPER).splitlines() == [
        "    3  新列入  吴阳镇水洒村委会（440883106206）",
        "    4  新列入  浅水镇新屋村委会（440883100204）",
        "    5  新列入  黄坡镇新屋村委会（440883109217）",
        "    6  新列入  塘㙍镇板桥村委会（440883107220）",
        "    7  不能列入  新屋村 “新屋村”有同名的："
        "浅水镇新屋村委会（440883100204） / 黄坡镇新屋村委会（440883109217）。请写明镇（街道）或代码。",
        "    8  没有读  合计 5",
        "新列入 4，已在名单 0，不能列入 1。",
        "确认后共 4 个村，应为 16 个。请核对名单。",
        "确认后，16 处示例全部结束，各页不再标“示例”。",
        "没有写入。看过没有问题，再加 --confirm。",
    ]
    assert set(designations().values()) == {True}
    assert not DesignationList.objects.exists()


def test_with_confirm_a_bad_row_refuses_all(file: Path) -> None:
    with pytest.raises(CommandError, match="有 1 行不能列入"):
        run(file, *PAPER, "--confirm")
    assert not DesignationList.objects.exists()


def test_only_good_rows_and_who_asked_for_it(file: Path) -> None:
    said = run(file, *PAPER, "--only-good", "--confirm", "--by", "黄科")
    listing = DesignationList.objects.get()
    assert said.endswith(f"已登记 4 处，名单编号 {listing.pk}。\n")
    assert listing.imported_by_label == "黄科 (manage.py import_designation)"
    assert set(designations()) == set(FOUR)
    again = run(file, *PAPER, "--only-good", "--confirm")
    assert again.endswith("名单里的都已登记，没有改动。\n")
    assert DesignationList.objects.count() == 1


def test_a_batch_of_towns(tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("\n".join(",".join(map(str, row)) for row in TOWNS), encoding="gb18030")
    run(path, *PAPER, "--batch", "2", "--confirm")
    assert [(row.town_id, row.batch) for row in demonstration_towns()][1:] == [
        ("440883102", 2),
        ("440883109", 2),
    ]
    assert len(designations()) == 16


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--document-number", " ", "--document-date", "2026-03-02"), "文号"),
        (("--document-number", "1", "--document-date", "3月2日"), "2026-03-02"),
        ((*PAPER, "--batch", "4"), "第二批和第三批"),
        ((*PAPER, "--batch", "2"), "有“村”一列"),
    ],
)
def test_what_is_wrong_is_said(file: Path, arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        run(file, *arguments, "--confirm")
    assert not DesignationList.objects.exists()


def test_files_that_are_not_there_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "none.xlsx", *PAPER)
    large = tmp_path / "large.xlsx"
    with large.open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(CommandError, match="1 MB"):
        run(large, *PAPER)


@pytest.mark.parametrize("missing", [PAPER[:2], PAPER[2:]])
def test_the_document_is_required(file: Path, missing: tuple[str, ...]) -> None:
    with pytest.raises(CommandError, match="required"):
        run(file, *missing)
