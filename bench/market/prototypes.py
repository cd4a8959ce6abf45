"""The demo's sellers and goods, made by the services: what goods.sql multiplies. A process of its own."""

import django
from django.utils import timezone


def make() -> None:
    """Storefronts of all towns and villages, twelve households, twenty-four goods, in an empty market."""
    from catalog.services.storefronts import open_storefront  # noqa: PLC0415  after Django has started
    from common.audit import DEMO  # noqa: PLC0415  as above
    from demo.shops import make_sellers  # noqa: PLC0415  as above
    from places.models import Town, Village  # noqa: PLC0415  as above

    now = timezone.now()
    words = {"story": "", "story_en": "", "actor": DEMO, "now": now}
    for town in Town.objects.all():
        open_storefront(town=town, name=town.name, name_en=town.name_en, picture="wuyang", **words)
    for village in Village.objects.all():
        open_storefront(
            village=village, name=village.name, name_en=village.name_en, picture="village_fields", **words
        )
    make_sellers(now)


if __name__ == "__main__":
    django.setup()
    make()
