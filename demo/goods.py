"""What the demo sells: produce that really comes from these towns (domain.md 1.3); the offers are made up.

What a source names stands first: bananas, clams, crabs and prawns of 吴阳, Sucun's sweet potatoes, melons, peppers,
red-fleshed oranges, lychees and groupers of 覃巴, garlic and peanuts of 振文, winter vegetables and cane of 黄坡,
palm-leaf fans of 王村港, lotus root of 兰石. The rest is what gardens and ponds of this coast grow anyway.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

DATA = Path(__file__).parent / "data"
YES = "yes"


@dataclass(frozen=True, slots=True)
class Good:
    """One offer: pack in grams, price and packing in yuan."""

    picture: str
    category: str
    title: str
    title_en: str
    spec: str
    spec_en: str
    weight_g: int
    price: Decimal
    stock: int
    summary: str
    summary_en: str
    storage: str
    storage_en: str
    season: tuple[int, int] | None
    is_cold: bool
    packing: Decimal


@dataclass(frozen=True, slots=True)
class Kin:
    """Someone who lives with the head: fictitious, like the head."""

    name: str
    relation: str
    born: int


@dataclass(frozen=True, slots=True)
class Seller:
    """A fictitious household: its village, its people, its shop and its offers."""

    village: str
    head: str
    is_registered: bool
    shop: str
    shop_en: str
    kin: tuple[Kin, ...]
    goods: tuple[Good, ...]


def sellers() -> list[Seller]:
    """The households with their members and offers, in the order of the file."""
    offers, members = _rows("goods.csv"), _rows("members.csv")
    return [
        Seller(
            village=row["village"],
            head=row["head"],
            is_registered=row["is_registered"] == YES,
            shop=row["shop"],
            shop_en=row["shop_en"],
            kin=tuple(
                Kin(name=member["name"], relation=member["relation"], born=int(member["born"]))
                for member in members
                if member["seller"] == str(number)
            ),
            goods=tuple(_good(offer) for offer in offers if offer["seller"] == str(number)),
        )
        for number, row in enumerate(_rows("sellers.csv"), start=1)
    ]


def storefronts() -> list[dict[str, str]]:
    """code, name, name_en, picture, story, story_en; nine digits are a town, twelve a village."""
    return _rows("storefronts.csv")


def _good(row: dict[str, str]) -> Good:
    has_season = bool(row["season_from"])
    return Good(
        picture=row["picture"],
        category=row["category"],
        title=row["title"],
        title_en=row["title_en"],
        spec=row["spec"],
        spec_en=row["spec_en"],
        weight_g=int(row["weight_g"]),
        price=Decimal(row["price"]),
        stock=int(row["stock"]),
        summary=row["summary"],
        summary_en=row["summary_en"],
        storage=row["storage"],
        storage_en=row["storage_en"],
        season=(int(row["season_from"]), int(row["season_to"])) if has_season else None,
        is_cold=row["is_cold"] == YES,
        packing=Decimal(row["packing"]),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
