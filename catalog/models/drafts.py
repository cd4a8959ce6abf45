"""What a seller is about to list, and what they changed a moment ago."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from catalog.models.listings import Listing
from catalog.models.photos import MOST_PHOTOS
from vendors.models import Vendor


class ListingDraft(models.Model):
    """A listing as far as it was filled in. It stays through a lost signal, a killed browser, an ended session.

    Its key is the submission's: listed twice, it is one listing.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="listing_drafts")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="listing_drafts")
    crop = models.CharField(max_length=30, blank=True)
    spec = models.CharField(max_length=40, blank=True)
    spec_en = models.CharField(max_length=60, blank=True)
    net_weight_g = models.PositiveIntegerField(null=True, blank=True)
    price = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    packing_cost = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    quantity = models.PositiveIntegerField(null=True, blank=True)
    ready_on = models.DateField(null=True, blank=True)
    # What is shown without a photo of one's own: the picture of the listing it is copied from, else the crop's.
    picture = models.CharField(max_length=40, blank=True)
    photos = ArrayField(models.UUIDField(), default=list, blank=True)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    listing = models.OneToOneField(
        Listing, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "user"],
                condition=Q(ended_at__isnull=True),
                name="listing_draft_is_one_for_a_member",
            ),
            models.CheckConstraint(
                condition=Q(listing__isnull=True) | Q(ended_at__isnull=False),
                name="listing_draft_that_was_listed_has_ended",
            ),
            models.CheckConstraint(
                condition=Q(spec="", net_weight_g__isnull=True)
                | (~Q(spec="") & Q(net_weight_g__isnull=False, net_weight_g__gt=0)),
                name="listing_draft_pack_has_a_weight",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gt=0), name="listing_draft_price_is_positive"
            ),
            models.CheckConstraint(
                condition=Q(packing_cost__isnull=True) | Q(packing_cost__gte=0),
                name="listing_draft_packing_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(photos__len__lte=MOST_PHOTOS), name="listing_draft_has_nine_photos_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.crop} {self.spec}"


class ListingChange(models.Model):
    """A change made from the seller's list, with what it takes to undo it.

    `before` and `after` are prices or states; of stock the packs taken out or put in.
    """

    class Kind(models.TextChoices):
        """What was changed."""

        PRICE = "price", _("改价")
        STATE = "state", _("上下架")
        ADDED = "added", _("加货")
        SOLD_OUT = "sold_out", _("卖完了")

    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["price", "state", "added", "sold_out"]),
                name="listing_change_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(undone_at__gte=F("made_at")),
                name="listing_change_is_undone_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} {self.kind} {self.before} → {self.after}"
