"""The demo's sellers and goods, made by the services: what goods.sql multiplies."""

from django.utils import timezone

from accounts.models import OfficerRole
from accounts.services import register
from bench.people import LOGIN, PASSWORD
from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from demo.shops import make_sellers
from places.models import Town, Village

# goods.sql numbers its own rows after these: few, so that races and burst come after them.
HOUSEHOLDS = 12


def main(_arguments: list[str]) -> None:
    """Storefronts of all towns and villages, an officer, twelve households and their goods, in an empty market."""
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
    officer = register(login=LOGIN, password=PASSWORD, name="bench")
    OfficerRole.objects.create(user=officer, level=OfficerRole.Level.CITY, since=now)
    make_sellers(now, like=officer, first=HOUSEHOLDS)
