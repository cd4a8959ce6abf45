"""Photos of goods: one row for each, its files in the storage under the row's key."""

import uuid

from django.db import models
from django.db.models import Q

from catalog.models.listings import Listing
from vendors.models import Vendor

# More than anybody looks at on a phone.
MOST_PHOTOS = 9


class Photo(models.Model):
    """A photo that a vendor sent. It is shown at once and gets its sizes soon after.

    Files are never deleted: an order that was placed keeps the photo as it was sold.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="photos")
    # None until the listing is saved: photos are sent while the rest is still being filled in.
    listing = models.ForeignKey(
        Listing, on_delete=models.PROTECT, null=True, blank=True, related_name="photos"
    )
    position = models.PositiveSmallIntegerField(default=0)
    # The phone's own key of the upload: sent again after a lost answer, it is kept once.
    upload_key = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    uploaded_by = models.CharField(max_length=120)
    uploaded_at = models.DateTimeField()
    sized_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vendor", "upload_key"], name="photo_is_kept_once"),
            models.UniqueConstraint(
                fields=["listing", "position"],
                condition=Q(listing__isnull=False, removed_at__isnull=True),
                name="photo_has_a_place_of_its_own",
            ),
            models.CheckConstraint(
                condition=Q(position__lt=MOST_PHOTOS), name="listing_has_nine_photos_at_most"
            ),
        ]
        indexes = [
            models.Index(
                fields=["uploaded_at"], condition=Q(sized_at__isnull=True), name="photo_without_sizes"
            )
        ]

    def __str__(self) -> str:
        return self.key.hex

    @property
    def picture(self) -> str:
        """What a listing's `picture` says of it: with its sizes, or the one file there is."""
        return f"{'photo' if self.sized_at else 'raw'}/{self.key.hex}"
