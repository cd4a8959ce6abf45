"""deploy/.env.example and the settings name the same things."""

import pytest

from tests.deploy.names import example, read_names

NAMES = read_names()
EXAMPLE = example()


def test_every_name_that_the_settings_read_stands_in_the_example() -> None:
    assert sorted(set(NAMES) - set(EXAMPLE)) == []


def test_every_name_of_the_example_is_read() -> None:
    assert sorted(set(EXAMPLE) - set(NAMES)) == []


def test_each_line_says_what_belongs_there() -> None:
    assert [name for name, line in EXAMPLE.items() if not line.sentence] == []


@pytest.mark.parametrize("name", sorted(name for name, line in EXAMPLE.items() if not line.is_needed))
def test_an_optional_line_shows_the_default(name: str) -> None:
    defaults = {
        str(value).replace("_", "") if isinstance(value, int) else str(value) for value in NAMES[name]
    }
    assert EXAMPLE[name].value in (defaults or {""})


def test_what_must_be_filled_shows_no_value() -> None:
    assert [name for name, line in EXAMPLE.items() if line.is_needed and line.value] == []
