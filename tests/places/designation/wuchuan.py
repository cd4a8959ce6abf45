"""The official list as a gazetteer, without a database."""

import csv

from places.designation.names import Gazetteer, PlaceName
from places.load import DATA


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


TOWNS = {row["code"]: row for row in read("wuchuan_towns.csv")}
WUCHUAN = Gazetteer(
    towns=tuple(PlaceName(code, row["name"], row["name_en"]) for code, row in TOWNS.items()),
    villages=tuple(
        PlaceName(
            row["code"],
            row["name"],
            row["name_en"],
            TOWNS[row["town_code"]]["name"],
            TOWNS[row["town_code"]]["name_en"],
        )
        for row in read("wuchuan_villages.csv")
    ),
    writings=(("塘缀", "塘㙍"), ("塘綴", "塘㙍")),
)
