"""Places as lists write them: with or without 镇, 街道, 村, 村委会, 居委会, with the city before them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from common.text import narrow

_ABOVE = re.compile(r"^(?:广东省|湛江市|吴川市)+(?=.)")
_OFFICE = re.compile(r"(?:人民政府|政府|办事处)$")
_TOWN = re.compile(r"(?:街道办|街道|镇|乡)$")
_COMMITTEE = re.compile(r"(?:村民委员会|社区居民委员会|社区居委会|居民委员会|村委会|居委会|村委|居委|社区)$")
_SETTLEMENT = re.compile(r"(?:行政村|村|社区)$")
# Marks that a reader does not see or does not mean as part of a name.
_UNSEEN = re.compile("[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff\u00b7'\"‘’“”]")
NEAREST = 3
# Beyond it a text is no name with a slip in it.
LONGEST_NAME = 12
NEAR_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A town or village of the official list; `town` is the name of the town above a village."""

    code: str
    name: str
    name_en: str
    town: str = ""
    town_en: str = ""

    @property
    def label(self) -> str:
        """Name with its town and code, in the reader's language."""
        if (get_language() or "").startswith("en"):
            return f"{self.name_en}{', ' if self.town_en else ''}{self.town_en} ({self.code})"
        return f"{self.town}{self.name}（{self.code}）"


def plain(text: str) -> str:
    """Narrow, without blanks and unseen marks, without the province and city in front."""
    return _ABOVE.sub("", _UNSEEN.sub("", narrow(text)))


@lru_cache(maxsize=4_096)
def town_root(text: str) -> str:
    """吴阳镇, 吴阳镇人民政府 and 吴阳 are one."""
    cut = _OFFICE.sub("", plain(text))
    return _TOWN.sub("", cut) or cut


@lru_cache(maxsize=4_096)
def village_root(text: str) -> str:
    """水洒村民委员会, 水洒村 and 水洒 are one; 中间村村委会 is 中间, as 苏村 is 苏."""
    name = plain(text)
    cut = _COMMITTEE.sub("", name) or name
    return _SETTLEMENT.sub("", cut) or cut


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All towns and villages, and other writings of towns as (as typed, as registered) roots."""

    towns: tuple[PlaceName, ...]
    villages: tuple[PlaceName, ...]
    writings: tuple[tuple[str, str], ...] = ()

    def town(self, text: str) -> PlaceName | None:
        """The town of this name."""
        root = town_root(self._written(text))
        return next((town for town in self.towns if town_root(town.name) == root), None)

    def villages_named(self, text: str, *, town: PlaceName | None = None) -> tuple[PlaceName, ...]:
        """The villages of this name, in one town or everywhere."""
        root = village_root(self._written(text))
        return tuple(
            village
            for village in self.villages
            if village_root(village.name) == root and (town is None or village.code.startswith(town.code))
        )

    def parted(self, text: str) -> tuple[PlaceName | None, str]:
        """吴阳镇水洒村 in one cell: the town, and what follows it. The town is written with 镇 or 街道."""
        name = self._written(plain(text))
        for town in self.towns:
            if name.startswith(town.name) and len(name) > len(town.name):
                return town, name.removeprefix(town.name)
        return None, name

    def near_towns(self, text: str) -> tuple[PlaceName, ...]:
        """The towns whose names look most alike."""
        return _nearest(town_root(self._written(text)), [(town_root(town.name), town) for town in self.towns])

    def near_villages(self, text: str, *, town: PlaceName | None = None) -> tuple[PlaceName, ...]:
        """The villages whose names look most alike, in one town or everywhere."""
        named = [
            (village_root(village.name), village)
            for village in self.villages
            if town is None or village.code.startswith(town.code)
        ]
        return _nearest(village_root(self._written(text)), named)

    def _written(self, text: str) -> str:
        name = plain(text)
        for typed, registered in self.writings:
            name = name.replace(typed, registered)
        return name


def _nearest(root: str, named: list[tuple[str, PlaceName]]) -> tuple[PlaceName, ...]:
    if len(root) > LONGEST_NAME:
        return ()
    rated = [(_likeness(root, name), place) for name, place in named]
    near = [(likeness, place) for likeness, place in rated if likeness >= NEAR_ENOUGH]
    return tuple(place for _, place in sorted(near, key=lambda pair: (-pair[0], pair[1].code))[:NEAREST])


def _likeness(one: str, other: str) -> float:
    """1 for equal names, 0 for names with no character in common: the share that need not be typed anew."""
    before = list(range(len(other) + 1))
    for row, character in enumerate(one, start=1):
        current = [row]
        for column, opposite in enumerate(other, start=1):
            changed = before[column - 1] + (character != opposite)
            current.append(min(changed, before[column] + 1, current[-1] + 1))
        before = current
    return 1 - before[-1] / max(len(one), len(other), 1)
