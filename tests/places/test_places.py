"""The official lists, keyed by code; both writings of 塘㙍; addresses that end where the list ends."""

from collections import Counter

import pytest
from django.db.models import Count

from places.designation.queries import count
from places.models import Area, Town, Village, VillageDesignation
from places.queries import (
    UnknownArea,
    area_from_text,
    area_of,
    demonstration_towns,
    find_towns,
)

pytestmark = pytest.mark.django_db

# (communities, villages) of each town: domain table, statistical register of 2023.
COUNTS = {
    "440883001": (18, 0),
    "440883002": (7, 0),
    "440883003": (6, 0),
    "440883004": (6, 0),
    "440883005": (5, 0),
    "440883100": (1, 7),
    "440883101": (1, 14),
    "440883102": (0, 15),
    "440883103": (1, 5),
    "440883104": (1, 16),
    "440883105": (0, 10),
    "440883106": (4, 15),
    "440883107": (2, 25),
    "440883109": (1, 29),
    "440883111": (0, 7),
}


def test_towns_and_villages_are_those_of_the_register() -> None:
    kinds: Counter[tuple[str, str]] = Counter(Village.objects.values_list("town_id", "kind"))
    assert {
        code: (kinds[code, "community"], kinds[code, "village"])
        for code in Town.objects.values_list("code", flat=True)
    } == COUNTS
    assert (Town.objects.count(), Village.objects.count()) == (15, 196)


def test_tangzhui_is_written_right_and_found_as_typed() -> None:
    town = Town.objects.get(pk="440883107")
    assert [ord(character) for character in town.name[:2]] == [0x5858, 0x364D]
    assert find_towns("塘缀") == [town]
    assert find_towns("塘㙍") == [town]


def test_names_repeat_between_towns_and_codes_do_not() -> None:
    repeated = Village.objects.values("short_name").annotate(count=Count("pk")).filter(count__gt=1)
    assert {row["short_name"] for row in repeated} >= {"新屋村"}


def test_wuyang_leads_and_sixteen_villages_are_a_sample() -> None:
    lead = demonstration_towns()[0]
    assert (lead.town_id, lead.batch, lead.industry, lead.is_sample) == ("440883106", 1, "吴阳水稻", False)
    counted = count()
    assert (counted.now, counted.expected, counted.is_sample) == (16, 16, True)
    assert set(VillageDesignation.objects.values_list("is_sample", flat=True)) == {True}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("440106", "广东省广州市天河区"),
        ("440883", "广东省湛江市吴川市"),
        ("110105", "北京市朝阳区"),
        ("441900", "广东省东莞市"),
        ("419001", "河南省济源市"),
    ],
)
def test_b095_an_address_ends_where_the_list_ends_and_prints_no_dummy_level(code: str, text: str) -> None:
    assert area_of(code).text == text


@pytest.mark.parametrize("code", ["", "44", "4401", "999999", "x"])
def test_a_code_that_is_no_county_is_refused(code: str) -> None:
    with pytest.raises(UnknownArea):
        area_of(code)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("广东省广州市天河区", "440106"),
        ("广东 广州 天河区", "440106"),
        ("北京市 朝阳区", "110105"),
        ("广东省 东莞市", "441900"),
    ],
)
def test_a_typed_county_is_understood(typed: str, code: str) -> None:
    assert area_from_text(typed).code == code


@pytest.mark.parametrize("typed", ["", "天河", "朝阳区", "月球"])
def test_a_typed_county_that_is_unclear_is_refused(typed: str) -> None:
    with pytest.raises(UnknownArea):
        area_from_text(typed)


def test_every_area_below_a_province_has_a_parent() -> None:
    assert Area.objects.exclude(level="province").filter(parent__isnull=True).count() == 0
