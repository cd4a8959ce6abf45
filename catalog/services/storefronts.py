"""Opens and closes storefronts."""

from datetime import datetime

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Storefront
from common.audit import Actor, record
from common.errors import DomainError
from places.models import Town, Village


def open_storefront(
    *,
    town: Town | None = None,
    village: Village | None = None,
    name: str,
    name_en: str,
    story: str,
    story_en: str,
    picture: str,
    actor: Actor,
    now: datetime,
) -> Storefront:
    """A storefront of a town or of a village."""
    storefront = Storefront.objects.create(
        town=town,
        village=village,
        name=name,
        name_en=name_en,
        story=story,
        story_en=story_en,
        picture=picture,
    )
    record(actor=actor, action="open_storefront", object_kind="storefront", object_id=storefront.pk, now=now)
    return storefront


def close(*, storefront: Storefront, reopens_at: datetime | None, actor: Actor, now: datetime) -> None:
    """Closes at once; with a day, it reopens by itself.

    Raises:
        DomainError: the day of reopening has passed.
    """
    if reopens_at is not None and reopens_at <= now:
        raise DomainError(_("重新营业的时间须在今后。"), code="bad_reopening")
    Storefront.objects.filter(pk=storefront.pk).update(
        state=Storefront.State.CLOSED, closes_at=now, reopens_at=reopens_at, version=F("version") + 1
    )
    record(actor=actor, action="close_storefront", object_kind="storefront", object_id=storefront.pk, now=now)


def reopen(*, storefront: Storefront, actor: Actor, now: datetime) -> None:
    """Opens again."""
    Storefront.objects.filter(pk=storefront.pk).update(
        state=Storefront.State.OPEN, closes_at=None, reopens_at=None, version=F("version") + 1
    )
    record(
        actor=actor, action="reopen_storefront", object_kind="storefront", object_id=storefront.pk, now=now
    )


def touch_storefronts_of(village: Village) -> None:
    """Grows the version that cached shelves carry, of the village's and its town's storefronts."""
    Storefront.objects.filter(Q(village=village) | Q(town=village.town_id)).update(version=F("version") + 1)
