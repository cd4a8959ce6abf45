"""Loads the official lists that lie beside this file. Repeatable: rows are keyed by code."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.apps.registry import Apps

DATA = Path(__file__).parent / "data"
ALIASES = (("440883107", "塘缀"), ("440883107", "塘缀镇"), ("440883107", "塘綴"))
# The plan names it: batch 1 is built on 吴阳水稻 (三(一)1).
BATCH_ONE = ("440883106", "吴阳水稻", "Wuyang rice")
# A sample until the signed list is imported: the real sixteen are not public (domain.md 1.4).
SAMPLE_VILLAGES = (
    "440883106206",
    "440883106210",
    "440883106205",
    "440883106214",
    "440883100201",
    "440883101201",
    "440883101210",
    "440883102201",
    "440883102205",
    "440883103201",
    "440883104201",
    "440883105201",
    "440883107220",
    "440883107203",
    "440883109203",
    "440883111201",
)


def load_all(apps: "Apps") -> None:
    """Towns, villages, areas, aliases, batch 1 and the sample designation."""
    town, village, area = (apps.get_model("places", name) for name in ("Town", "Village", "Area"))
    for model, rows in (
        (town, [town(**row) for row in _rows("wuchuan_towns.csv")]),
        (
            village,
            [village(**_renamed(row, "town_code", "town_id")) for row in _rows("wuchuan_villages.csv")],
        ),
        (area, [area(**_area(row)) for row in _rows("china_areas.csv")]),
    ):
        model.objects.bulk_create(rows, ignore_conflicts=True)
    alias = apps.get_model("places", "Alias")
    alias.objects.bulk_create(
        [alias(place_code=code, text=text) for code, text in ALIASES], ignore_conflicts=True
    )
    code, industry, industry_en = BATCH_ONE
    apps.get_model("places", "DemonstrationTown").objects.get_or_create(
        town_id=code, defaults={"batch": 1, "industry": industry, "industry_en": industry_en}
    )
    designation = apps.get_model("places", "VillageDesignation")
    designation.objects.bulk_create(
        [designation(village_id=code, is_sample=True) for code in SAMPLE_VILLAGES], ignore_conflicts=True
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _renamed(row: dict[str, str], old: str, new: str) -> dict[str, str]:
    return {new if key == old else key: value for key, value in row.items()}


def _area(row: dict[str, str]) -> dict[str, str | None]:
    return {
        "code": row["code"],
        "name": row["name"],
        "parent_id": row["parent_code"] or None,
        "level": row["level"],
    }
