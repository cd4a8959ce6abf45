"""Writes where lot-sold goods come from, in both languages, so that a shelf shows it without asking the lots."""

from collections.abc import Sequence
from itertools import groupby

from catalog.models import Listing
from places.models import Village

# As many as a card has room for; the product's page names them all.
NAMED = 3


def write_origin(*, listing: Listing, villages: Sequence[Village]) -> None:
    """吴阳镇 水洒村、芷寮村; Shuisa Village and Zhiliao Village, Wuyang Town."""
    listing.origin = origin_text(villages, is_english=False)
    listing.origin_en = origin_text(villages, is_english=True)
    listing.save(update_fields=["origin", "origin_en"])


def origin_text(villages: Sequence[Village], *, is_english: bool) -> str:
    """Villages by town, the first three by name and the rest by number. Villages come ordered by code."""
    named = villages[:NAMED]
    parts = []
    for town, group in groupby(named, key=lambda village: village.town):
        if is_english:
            names = [village.name_en for village in group]
            parts.append(f"{_and(names)}, {town.name_en}")
        else:
            parts.append(f"{town.name} {'、'.join(village.short_name for village in group)}")
    if len(villages) > NAMED:
        parts[-1] += f" and {len(villages) - NAMED} more" if is_english else f"等{len(villages)}村"
    return ("; " if is_english else "；").join(parts)


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
