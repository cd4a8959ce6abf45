"""The demo's sellers and goods, made by the services: what goods.sql multiplies."""

from django.utils import timezone

from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from demo.shops import make_sellers
from places.models import Town, Village


def main(_arguments: list[str]) -> None:
    """Storefronts of all towns and villages, twelve households, twenty-four goods, in an empty market."""
    now = timezone.now()
    for place in [*Town.objects.all(), *Village.objects.all()]:
        is_town = isinstance(place, Town)
        open_storefront(
            town=place if is_town else None,
            village=None if is_town else place,
            name=place.name,
            name_en=place.name_en,
            story="",
            story_en="",
            picture="wuyang" if is_town else "village_fields",
            actor=DEMO,
            now=now,
        )
    make_sellers(now)
