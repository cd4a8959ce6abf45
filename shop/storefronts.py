"""What the head of a storefront shows, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from catalog.models import Storefront
from catalog.queries.storefronts import is_closed
from places.models import DemonstrationTown


@dataclass(frozen=True, slots=True)
class Head:
    """For parts/storefront_banner.html and the tiles of a home or town page."""

    code: str
    is_town: bool
    name: str
    place: str
    seal: str
    story: str
    picture: str
    batch: int | None
    badges: tuple[str, ...]
    is_closed: bool
    reopens_at: datetime | None


def head(
    storefront: Storefront, *, language: str, batches: Mapping[str, DemonstrationTown], now: datetime
) -> Head:
    """The head of a storefront whose places are joined in."""
    is_english = language == "en"
    town, village = storefront.town, storefront.village
    batch = batches.get(town.pk) if town is not None else None
    above = village.town if village is not None else None
    place = "" if above is None else above.name_en if is_english else above.name
    industry = "" if batch is None else batch.industry_en if is_english else batch.industry
    short = town.short_name if town is not None else storefront.name.removesuffix("村")
    return Head(
        code=storefront.town_id or storefront.village_id or "",
        is_town=town is not None,
        name=storefront.name_en if is_english else storefront.name,
        place=place,
        seal=short[:2],
        story=storefront.story_en if is_english else storefront.story,
        picture=storefront.picture,
        batch=batch.batch if batch is not None else None,
        badges=(industry,) if industry else (),
        is_closed=is_closed(storefront, now=now),
        reopens_at=storefront.reopens_at,
    )
