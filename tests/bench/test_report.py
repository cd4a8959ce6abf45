"""The bench's table: figures, ratios, and its place in a document."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import SIZED
from bench.market.server import OLD
from bench.report import Row, table, write
from bench.timing import Figure, middle, percentile
from supervisor.places import ROOT


def test_a_row_tells_cpu_and_wait_of_both_and_the_ratio_of_their_cpu() -> None:
    row = Row("search", 20_000, Figure(10.0, 2.0, 15.0), Figure(200.0, 40.0, 250.0))
    assert row.cells() == (
        "search",
        "20,000",
        "12.0 (10.0 + 2.00) ms, 15.0 ms",
        "240 (200 + 40.0) ms, 250 ms",
        "20.0",
    )


def test_what_nobody_measured_is_a_dash() -> None:
    assert Row("bare", 0, None, None).cells() == ("bare", "–", "–", "–", "–")
    assert Row("sold", 500, "10 of 10", "11 of 10").cells()[2:] == ("10 of 10", "11 of 10", "–")


def test_the_table_is_markdown() -> None:
    assert table([Row("a", 0, "1")]).splitlines()[1:] == [
        "| --- | --- | --- | --- | --- |",
        "| a | – | 1 | – | – |",
    ]


def test_the_middle_is_of_each_part() -> None:
    assert middle([Figure(1, 9, 2), Figure(3, 1, 4), Figure(2, 5, 9)]) == Figure(2, 5, 4)


def test_a_percentile_is_one_of_the_waits() -> None:
    assert (percentile([3, 1, 2], 0.95), percentile(list(range(100)), 0.95), percentile([], 0.95)) == (
        3,
        95,
        0.0,
    )


def test_the_bench_itself_does_without_django() -> None:
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    asked = [sys.executable, "-m", "bench", "--help"]
    done = subprocess.run(asked, env=bare, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--large" in done.stdout


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", encoding="utf-8")
    write("bench", "new", page=page)
    assert page.read_text(encoding="utf-8") == "before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n"
    with pytest.raises(LookupError):
        write("other", "new", page=page)


@pytest.mark.parametrize(
    ("name", "is_sized", "is_old"),
    [
        ("bench_market_100000", True, False),
        ("bench_oscar_500", True, False),
        ("bench_oscar_4_2_1", False, False),
        ("bench_market_012345678912", False, True),
        ("bench_market_0123456789ab_draft", False, True),
        ("market", False, False),
    ],
)
def test_which_databases_go(name: str, is_sized: bool, is_old: bool) -> None:  # noqa: FBT001
    assert (bool(re.search(SIZED, name)), bool(re.search(OLD, name))) == (is_sized, is_old)
