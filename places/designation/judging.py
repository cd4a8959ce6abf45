"""Finds the place of each row, or says why there is none. Pure: what is known comes in, what is judged goes out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from places.designation.names import Gazetteer, PlaceName, plain, town_root
from places.designation.reasons import Reason, Why
from places.designation.table import Kind, ListedRow

CITY = "吴川"
TOWN_DIGITS, VILLAGE_DIGITS = 9, 12
_LOST_DIGITS = re.compile(r"[\d.]+[eE]\+?\d+")
_DIGITS = re.compile(r"[0-9]+")
_BATCH = re.compile(r"第?([一二三首123])批?次?(?:示范镇)?")
_BATCHES = {"首": 1, "一": 1, "二": 2, "三": 3, "1": 1, "2": 2, "3": 3}
_YES = re.compile(r"^(?:是|√|✓|✔|☑|对|y|1$)", re.IGNORECASE)
_NOT = re.compile(r"^(?:非|不)")


class Outcome(TextChoices):
    """What becomes of a row."""

    NEW = "new", _("新列入")
    ALREADY = "already", _("已在名单")
    BAD = "bad", _("不能列入")


@dataclass(frozen=True, slots=True)
class Known:
    """What is designated now: villages under a real list, and the batch of each demonstration town, by code."""

    villages: frozenset[str] = frozenset()
    batches: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its place, or with the reason why it has none that counts."""

    row: ListedRow
    outcome: Outcome
    place: PlaceName | None = None
    reason: Reason | None = None


class Refused(Exception):
    """Carries a reason from the rules to `judge`, never further."""

    def __init__(self, why: Why, what: str = "", places: tuple[PlaceName, ...] = ()) -> None:
        super().__init__(why)
        self.reason = Reason(why, what, places)


def judge(
    rows: tuple[ListedRow, ...], *, kind: Kind, batch: int | None, gazetteer: Gazetteer, known: Known
) -> tuple[Judged, ...]:
    """Each row with its outcome. The first of several rows for one place counts, the others are refused."""
    judged: list[Judged] = []
    first: dict[str, int] = {}
    for row in rows:
        found = _judged(row, kind=kind, batch=batch, gazetteer=gazetteer, known=known)
        if found.place is not None and found.place.code in first:
            repeated = Reason(Why.REPEATED, str(first[found.place.code]), (found.place,))
            found = Judged(row, Outcome.BAD, reason=repeated)
        elif found.place is not None:
            first[found.place.code] = row.line
        judged.append(found)
    return tuple(judged)


def _judged(row: ListedRow, *, kind: Kind, batch: int | None, gazetteer: Gazetteer, known: Known) -> Judged:
    try:
        _refuse_what_is_not_meant(row, kind, batch)
        place = _village(row, gazetteer) if kind == Kind.VILLAGES else _town(row, gazetteer)
        return Judged(row, _outcome(place, kind, batch, known), place)
    except Refused as refused:
        return Judged(row, Outcome.BAD, reason=refused.reason)


def batch_in(text: str) -> int | None:
    """第二批, 二, 2 and 第2批次 are 2; None if it is no batch of the plan."""
    found = _BATCH.fullmatch(plain(text))
    return _BATCHES[found[1]] if found else None


def _refuse_what_is_not_meant(row: ListedRow, kind: Kind, batch: int | None) -> None:
    if row.county and town_root(row.county).removesuffix("市").removesuffix("县") != CITY:
        raise Refused(Why.OUTSIDE, row.county)
    if row.is_meant and not _YES.match(plain(row.is_meant)):
        raise Refused(Why.NOT_MEANT, row.is_meant)
    if _NOT.match(plain(row.category)):
        raise Refused(Why.NOT_MEANT, row.category)
    if kind == Kind.TOWNS and row.batch and batch_in(row.batch) != batch:
        raise Refused(Why.OTHER_BATCH, row.batch)


def _outcome(place: PlaceName, kind: Kind, batch: int | None, known: Known) -> Outcome:
    if kind == Kind.VILLAGES:
        return Outcome.ALREADY if place.code in known.villages else Outcome.NEW
    held = (known.batches or {}).get(place.code)
    if held is not None and held != batch:
        raise Refused(Why.IN_A_BATCH, str(held), (place,))
    return Outcome.NEW if held is None else Outcome.ALREADY


def _village(row: ListedRow, gazetteer: Gazetteer) -> PlaceName:
    if not row.code:
        return _village_by_name(row, gazetteer)
    village = _by_code(row.code, gazetteer.villages, VILLAGE_DIGITS)
    if row.village and village.code not in {
        found.code for found in gazetteer.villages_named(gazetteer.parted(row.village)[1])
    }:
        raise Refused(Why.CODE_AND_NAME_DIFFER, places=(village, *_named_or_nothing(row, gazetteer)))
    town = gazetteer.town(row.town) if row.town else None
    if row.town and (town is None or not village.code.startswith(town.code)):
        raise Refused(Why.CODE_AND_NAME_DIFFER, places=(village, *((town,) if town else ())))
    return village


def _named_or_nothing(row: ListedRow, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    try:
        return (_village_by_name(replace(row, code=""), gazetteer),)
    except Refused:
        return ()


def _village_by_name(row: ListedRow, gazetteer: Gazetteer) -> PlaceName:
    if not row.village:
        raise Refused(Why.NO_PLACE)
    town = gazetteer.town(row.town) if row.town else None
    if row.town and town is None:
        raise Refused(Why.UNKNOWN_TOWN, row.town, gazetteer.near_towns(row.town))
    town_in_cell, name = gazetteer.parted(row.village)
    if town is not None and town_in_cell is not None and town != town_in_cell:
        raise Refused(Why.OTHER_TOWN, row.village, (town_in_cell,))
    town = town or town_in_cell
    found = gazetteer.villages_named(name, town=town)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(Why.AMBIGUOUS, row.village, found)
    elsewhere = gazetteer.villages_named(name)
    if elsewhere:
        raise Refused(Why.OTHER_TOWN, row.village, elsewhere)
    raise Refused(Why.UNKNOWN_VILLAGE, row.as_read, gazetteer.near_villages(name, town=town))


def _town(row: ListedRow, gazetteer: Gazetteer) -> PlaceName:
    named = gazetteer.town(row.town) if row.town else None
    if row.code:
        town = _by_code(row.code, gazetteer.towns, TOWN_DIGITS)
        if row.town and named != town:
            raise Refused(Why.CODE_AND_NAME_DIFFER, places=(town, *((named,) if named else ())))
        return town
    if not row.town:
        raise Refused(Why.NO_PLACE)
    if named is None:
        raise Refused(Why.UNKNOWN_TOWN, row.town, gazetteer.near_towns(row.town))
    return named


def _by_code(text: str, places: tuple[PlaceName, ...], digits: int) -> PlaceName:
    code = plain(text)
    if _LOST_DIGITS.fullmatch(code):
        raise Refused(Why.DAMAGED_CODE, code)
    # The statistical code of a town is written with nine digits or with three zeros behind.
    if digits == TOWN_DIGITS and len(code) == VILLAGE_DIGITS and code.endswith("000"):
        code = code.removesuffix("000")
    found = next((place for place in places if place.code == code), None)
    if found is None:
        raise Refused(Why.UNKNOWN_CODE, code)
    return found
