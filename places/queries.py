"""Finds places and checks addresses."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.text import narrow
from places.models import Alias, Area, DemonstrationTown, Town, Village, VillageDesignation

# Levels of the code list that are no place: never printed on a label (B095).
_NO_PLACES = ("市辖区", "县", "直辖县级行政区划")


class UnknownArea(DomainError):
    """The county code is not in the list."""

    def __init__(self) -> None:
        super().__init__(_("请选择收货的省、市、区（县）。"), code="unknown_area")


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """A county with its city and province: code of six digits and the text for a label."""

    code: str
    text: str


def area_of(code: str) -> PlacedArea:
    """The county of a code, with the names above it; levels that are no place are left out. One statement.

    Raises:
        UnknownArea: no county has this code.
    """
    county = (
        Area.objects.select_related("parent__parent")
        .filter(code=narrow(code), level=Area.Level.COUNTY)
        .first()
    )
    if county is None or county.parent is None or county.parent.parent is None:
        raise UnknownArea
    return PlacedArea(county.code, _joined([county.parent.parent.name, county.parent.name, county.name]))


def area_from_text(text: str) -> PlacedArea:
    """A county typed as text, 广东省广州市天河区 or 广东 广州 天河: for readers without JavaScript.

    Raises:
        UnknownArea: none or several fit.
    """
    typed = "".join(narrow(text).split())
    found = [
        county
        for county in Area.objects.select_related("parent__parent").filter(level=Area.Level.COUNTY)
        if _fits(typed, county)
    ]
    longest = max((len(county.name) for county in found), default=0)
    best = [county for county in found if len(county.name) == longest]
    if len(best) != 1:
        raise UnknownArea
    return area_of(best[0].code)


def _fits(typed: str, county: Area) -> bool:
    city = county.parent
    province = city.parent if city is not None else None
    if city is None or province is None or county.name not in typed:
        return False
    is_real_city = not city.name.endswith(_NO_PLACES)
    return province.name[:2] in typed and (not is_real_city or city.name[:2] in typed)


def _joined(names: list[str]) -> str:
    kept: list[str] = []
    for name in names:
        if not name.endswith(_NO_PLACES[2]) and name not in _NO_PLACES and name not in kept:
            kept.append(name)
    return "".join(kept)


def areas_as_rows() -> list[tuple[str, str, str, str]]:
    """All areas as (code, name, code above, level), for the picker's file."""
    return [
        (code, name, above or "", level)
        for code, name, above, level in Area.objects.values_list("code", "name", "parent_id", "level")
    ]


def find_towns(text: str) -> list[Town]:
    """Towns by a part of their name or by another writing of it: 塘缀 finds 塘㙍镇."""
    typed = narrow(text)
    by_alias = Alias.objects.filter(text__contains=typed).values_list("place_code", flat=True)
    return list(Town.objects.filter(name__contains=typed) | Town.objects.filter(code__in=by_alias))


def demonstration_towns() -> list[DemonstrationTown]:
    """The flying-geese array by batch."""
    current = DemonstrationTown.objects.filter(ended_on__isnull=True)
    return list(current.select_related("town").order_by("batch", "town_id"))


def is_designated(village_code: str) -> VillageDesignation | None:
    """The village's current designation, real or sample."""
    return VillageDesignation.objects.filter(village_id=village_code, ended_on__isnull=True).first()


def designations() -> dict[str, bool]:
    """The designated villages by code, each with whether the designation is only a sample. One statement."""
    current = VillageDesignation.objects.filter(ended_on__isnull=True)
    return dict(current.values_list("village_id", "is_sample"))


def town_by_code(code: str) -> Town | None:
    """The town of a nine-digit code."""
    return Town.objects.filter(code=code).first()


def village_by_code(code: str) -> Village | None:
    """The village of a twelve-digit code, with its town."""
    return Village.objects.select_related("town").filter(code=code).first()
