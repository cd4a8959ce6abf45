"""docs/performance.md holds every row of the bench, at every size."""

import re

import pytest

from bench import labels
from bench.report import PAGE

TEXT = PAGE.read_text(encoding="utf-8")


def rows(name: str) -> set[tuple[str, str]]:
    """(what is measured, products) of the table between the marks."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", TEXT, re.DOTALL)
    assert found is not None
    lines = [line.strip("| ").split(" | ") for line in found[1].splitlines()[2:] if line.startswith("|")]
    # The statements of the placing step stand behind its name.
    return {(re.sub(r", \d+ statements$", "", line[0]), line[1]) for line in lines}


@pytest.mark.parametrize("size", ["500", "20,000"])
def test_every_row_stands_there_at_each_size(size: str) -> None:
    wanted = {(label, size) for label in (*labels.PEERS, *labels.OURS)}
    assert wanted - rows("bench") == set()


def test_what_does_not_depend_on_a_size_stands_there_once() -> None:
    assert {(label, "–") for label in labels.ONCE} - rows("bench") == set()


def test_every_row_of_the_large_market_stands_there() -> None:
    assert {(label, "100,000") for label in labels.LARGE} - rows("bench-large") == set()


def test_nothing_else_stands_there() -> None:
    known = {*labels.ONCE, *labels.PEERS, *labels.OURS, *labels.LARGE}
    assert {label for label, _ in rows("bench") | rows("bench-large")} - known == set()
