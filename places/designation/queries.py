"""Reads what designation needs to know, and what the office looks at."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from common.errors import NotForYou
from places.designation.judging import Known, judge
from places.designation.names import Gazetteer, PlaceName, town_root
from places.designation.preview import Paper, Preview
from places.designation.reading import Reading
from places.designation.table import Kind
from places.models import (
    Alias,
    DemonstrationTown,
    DesignationDraft,
    DesignationList,
    DesignationListRow,
    Town,
    Village,
    VillageDesignation,
)

# A preview that nobody confirms is forgotten: the list may have changed, or was the wrong file.
DRAFT_LASTS = timedelta(days=1)
# Five sub-districts and ten towns.
TOWNS = 15


@dataclass(frozen=True, slots=True)
class Count:
    """How many villages are designated, of how many the signed list has. A sample is counted while it stands."""

    now: int
    expected: int
    is_sample: bool

    @property
    def differs(self) -> bool:
        """Worth a look at the list."""
        return self.now != self.expected


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of an imported list, with the place that it designated."""

    row: DesignationListRow
    place: PlaceName | None


@dataclass(frozen=True, slots=True)
class Batch:
    """One row of geese: its towns, and how many the plan awaits (from, to)."""

    number: int
    towns: tuple[DemonstrationTown, ...]
    awaited: tuple[int, int]

    @property
    def differs(self) -> bool:
        """Whether there are towns, but not as many as the plan says."""
        least, most = self.awaited
        return bool(self.towns) and not least <= len(self.towns) <= most


def gazetteer() -> Gazetteer:
    """All places by name. Three statements."""
    towns = list(Town.objects.all())
    villages = Village.objects.select_related("town")
    roots = {town.code: town_root(town.name) for town in towns}
    writings = {
        (town_root(alias.text), roots[alias.place_code])
        for alias in Alias.objects.all()
        if alias.place_code in roots
    }
    return Gazetteer(
        towns=tuple(PlaceName(town.code, town.name, town.name_en) for town in towns),
        villages=tuple(_village_name(village) for village in villages),
        writings=tuple(sorted(writings)),
    )


def preview_of(reading: Reading, paper: Paper) -> Preview:
    """What the list would do now. Five statements."""
    villages = dict(_villages().values_list("village_id", "is_sample"))
    towns = list(DemonstrationTown.objects.filter(ended_on__isnull=True))
    real = frozenset(code for code, is_sample in villages.items() if not is_sample)
    known = Known(villages=real, batches={row.town_id: row.batch for row in towns if not row.is_sample})
    rows = judge(reading.listed.rows, kind=paper.kind, batch=paper.batch, gazetteer=gazetteer(), known=known)
    if paper.kind == Kind.VILLAGES:
        return Preview(paper, reading, rows, designated=len(real), samples=len(villages) - len(real))
    held = sum(row.batch == paper.batch and not row.is_sample for row in towns)
    return Preview(paper, reading, rows, designated=held, samples=sum(row.is_sample for row in towns))


def count() -> Count:
    """n of 16. One statement."""
    samples = list(_villages().values_list("is_sample", flat=True))
    return Count(now=len(samples), expected=settings.EXPECTED_DESIGNATIONS, is_sample=any(samples))


def awaited(batch: int) -> tuple[int, int]:
    """How many towns the plan puts into a batch (三(一)1–2): one, two or three, all others."""
    least, most = settings.SECOND_BATCH_LEAST, settings.SECOND_BATCH_MOST
    return {1: (1, 1), 2: (least, most)}.get(batch, (TOWNS - 1 - most, TOWNS - 1 - least))


def board() -> list[Batch]:
    """The flying geese: the three batches of the plan with their towns and lists. One statement."""
    towns: dict[int, list[DemonstrationTown]] = defaultdict(list)
    current = DemonstrationTown.objects.filter(ended_on__isnull=True).select_related("town", "listed_in")
    for row in current.order_by("town_id"):
        towns[row.batch].append(row)
    return [Batch(number, tuple(towns[number]), awaited(number)) for number in (1, 2, 3)]


def designated_villages() -> list[VillageDesignation]:
    """The villages designated now, sample or real, with their towns and lists. One statement."""
    return list(_villages().select_related("village__town", "listed_in").order_by("village_id"))


def lists() -> QuerySet[DesignationList]:
    """All lists that were imported, the newest first, with their withdrawals."""
    return DesignationList.objects.select_related("withdrawal").order_by("-id")


def list_by_id(list_id: int) -> DesignationList:
    """One imported list.

    Raises:
        NotForYou: there is none.
    """
    found = lists().filter(pk=list_id).first()
    if found is None:
        raise NotForYou("no such list")
    return found


def rows_of(listing: DesignationList) -> list[KeptRow]:
    """The rows of a list in their order. Two statements."""
    rows = list(listing.rows.all())
    codes = [row.place_code for row in rows]
    if listing.kind == Kind.VILLAGES:
        villages = Village.objects.select_related("town").filter(code__in=codes)
        named = {village.code: _village_name(village) for village in villages}
    else:
        towns = Town.objects.filter(code__in=codes)
        named = {town.code: PlaceName(town.code, town.name, town.name_en) for town in towns}
    return [KeptRow(row, named.get(row.place_code)) for row in rows]


def confirmed_from(key: UUID) -> DesignationList | None:
    """The list that a preview has become."""
    return DesignationList.objects.filter(draft_key=key).first()


def drafts(*, now: datetime) -> list[DesignationDraft]:
    """Previews that wait for somebody to confirm them."""
    return list(DesignationDraft.objects.filter(made_at__gt=now - DRAFT_LASTS).order_by("-made_at"))


def draft_by_key(key: UUID, *, now: datetime) -> DesignationDraft:
    """One preview that waits.

    Raises:
        NotForYou: confirmed, dropped, or too old.
    """
    found = DesignationDraft.objects.filter(key=key, made_at__gt=now - DRAFT_LASTS).first()
    if found is None:
        raise NotForYou("no such draft")
    return found


def _villages() -> QuerySet[VillageDesignation]:
    return VillageDesignation.objects.filter(ended_on__isnull=True)


def _village_name(village: Village) -> PlaceName:
    return PlaceName(village.code, village.name, village.name_en, village.town.name, village.town.name_en)
