"""Keeps photos, gives them their sizes, and puts them on listings."""

from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from catalog.models import Listing, Photo
from catalog.models.photos import MOST_PHOTOS
from catalog.photos.reading import read_photo
from catalog.photos.sizes import sizes_of
from catalog.photos.storing import store, whole
from catalog.services.listings import touch_storefronts
from common.audit import Actor, record
from common.errors import DomainError
from common.photo_files import WHOLE
from vendors.models import Vendor


def keep_photo(*, vendor: Vendor, upload_key: str, file: BinaryIO, actor: Actor, now: datetime) -> Photo:
    """A photo of this vendor, for no listing yet. The same upload key again gives the same photo.

    Raises:
        PhotoRefused: it is no photo that can be shown; nothing is kept.
    """
    known = Photo.objects.filter(vendor=vendor, upload_key=upload_key).first()
    if known is not None:
        return known
    upright = read_photo(file)
    photo = Photo(
        vendor=vendor,
        upload_key=upload_key,
        width=upright.image.width,
        height=upright.image.height,
        uploaded_by=actor.label,
        uploaded_at=now,
    )
    store(photo.key.hex, WHOLE, upright.jpeg())
    try:
        with transaction.atomic():
            photo.save()
    except IntegrityError:
        # Sent twice at the same moment: the first one counts.
        return Photo.objects.get(vendor=vendor, upload_key=upload_key)
    return photo


@transaction.atomic
def put_photos(*, listing: Listing, keys: Sequence[UUID], actor: Actor, now: datetime) -> None:
    """The photos of a listing, in this order; those not named leave it.

    Raises:
        DomainError: too many, or one that is not this vendor's or stands on another listing.
    """
    if len(keys) > MOST_PHOTOS:
        raise DomainError(_("一件商品最多放9张照片。"), code="too_many_photos")
    Listing.objects.select_for_update().get(pk=listing.pk)
    found = {
        photo.key: photo
        for photo in Photo.objects.select_for_update()
        .filter(vendor_id=listing.vendor_id, key__in=keys, removed_at__isnull=True)
        .order_by("pk")
    }
    if len(found) != len(set(keys)) or any(
        photo.listing_id not in {None, listing.pk} for photo in found.values()
    ):
        raise DomainError(_("有照片找不到了，请重新选一次。"), code="no_photo")
    # All leave their places first, since two may change with each other.
    Photo.objects.filter(listing=listing, removed_at__isnull=True).exclude(key__in=keys).update(
        removed_at=now
    )
    Photo.objects.filter(listing=listing, removed_at__isnull=True).update(listing=None)
    for position, key in enumerate(dict.fromkeys(keys)):
        Photo.objects.filter(key=key).update(listing=listing, position=position)
    record(
        actor=actor,
        action="put_photos",
        object_kind="listing",
        object_id=listing.pk,
        now=now,
        detail={"photos": len(found)},
    )
    if keys:
        _show(listing, found[keys[0]])


def make_sizes(*, photo_id: int, now: datetime) -> None:
    """Makes and stores every size; repeatable. The listing whose first photo it is shows it with them."""
    photo = Photo.objects.get(pk=photo_id)
    if photo.sized_at is not None:
        return
    upright = read_photo(whole(photo.key.hex))
    for size in sizes_of(upright):
        store(photo.key.hex, size.name, size.content)
    with transaction.atomic():
        Photo.objects.filter(pk=photo.pk, sized_at__isnull=True).update(sized_at=now)
        photo.refresh_from_db()
        if photo.listing is not None and photo.position == 0 and photo.removed_at is None:
            _show(photo.listing, photo)


def _show(listing: Listing, photo: Photo) -> None:
    if listing.picture != photo.picture:
        Listing.objects.filter(pk=listing.pk).update(picture=photo.picture)
        listing.picture = photo.picture
        touch_storefronts(listing)
