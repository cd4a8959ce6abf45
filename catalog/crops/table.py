"""The crops of the file: what is known of each before a farmer says anything.

Prices and packing costs are a start for the page, never a rule; the farmer changes them with one tap. Poultry for
slaughter, wild catch, honey, milled rice and anything made of produce are left out: they need papers (domain.md 4.4).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from catalog.crops.packs import Pack, read_pack
from catalog.models import Listing
from catalog.queries.cards import JIN_G
from common.money import rounded

_FILE = Path(__file__).resolve().parent.parent / "data" / "crops.csv"
# Prices of farm goods end in tens of fen.
_STEP = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class UsualPack:
    """A pack that this crop is often sold in, with what its box and padding cost in yuan."""

    pack: Pack
    packing_cost: Decimal


@dataclass(frozen=True, slots=True)
class Crop:
    """One crop. Price in yuan for 500 g, season as first and last month."""

    key: str
    name: str
    name_en: str
    category: Listing.Category
    product_class: Listing.ProductClass
    picture: str
    packs: tuple[UsualPack, ...]
    price_per_500g: Decimal
    storage: str
    storage_en: str
    season: tuple[int, int] | None
    return_rule: Listing.ReturnRule
    freight_class: Listing.FreightClass
    ship_within_hours: int

    def is_in_season(self, month: int) -> bool:
        """Whether it is picked in this month; what has no season is not a matter of season."""
        if self.season is None:
            return False
        first, last = self.season
        return first <= month <= last if first <= last else month >= first or month <= last

    def usual_price(self, grams: int) -> Decimal:
        """A price in yuan to start from, for a pack of this weight."""
        return rounded((self.price_per_500g * grams / JIN_G).quantize(_STEP))

    def usual_packing(self, grams: int) -> Decimal:
        """What packing so much costs in yuan: the lightest usual pack that holds it, else the heaviest."""
        packs = sorted(self.packs, key=lambda usual: usual.pack.grams)
        return next((usual for usual in packs if usual.pack.grams >= grams), packs[-1]).packing_cost


@lru_cache(maxsize=1)
def crops() -> Mapping[str, Crop]:
    """All crops by key, in the order of the file; read once."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["key"]: _crop(row) for row in csv.DictReader(file)})


def _crop(row: dict[str, str]) -> Crop:
    return Crop(
        key=row["key"],
        name=row["name"],
        name_en=row["name_en"],
        category=Listing.Category(row["category"]),
        product_class=Listing.ProductClass(row["product_class"]),
        picture=row["picture"],
        packs=tuple(_pack(text) for text in row["packs"].split("|")),
        price_per_500g=Decimal(row["price_per_500g"]),
        storage=row["storage"],
        storage_en=row["storage_en"],
        season=(int(row["season_from"]), int(row["season_to"])) if row["season_from"] else None,
        return_rule=Listing.ReturnRule(row["return_rule"]),
        freight_class=Listing.FreightClass(row["freight_class"]),
        ship_within_hours=int(row["ship_within_hours"]),
    )


def _pack(text: str) -> UsualPack:
    spec, cost = text.split("=")
    return UsualPack(pack=read_pack(spec), packing_cost=Decimal(cost))
