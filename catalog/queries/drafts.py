"""The draft a person has at a shop, and what it would bring."""

from uuid import UUID

from accounts.models import User
from catalog.models import Listing, ListingDraft
from vendors.models import Vendor


def draft_of(user: User, vendor: Vendor) -> ListingDraft | None:
    """What this person has begun to list for this shop. One statement."""
    return ListingDraft.objects.filter(user=user, vendor=vendor, ended_at__isnull=True).first()


def listed_from(user: User, vendor: Vendor, key: UUID) -> Listing | None:
    """What a draft of this person became, when it was listed already."""
    return Listing.objects.filter(draft__user=user, draft__vendor=vendor, draft__key=key).first()


def crops_listed_by(vendor: Vendor, *, most: int = 6) -> list[str]:
    """The keys of the crops this shop listed last, newest first. One statement."""
    keys = (
        Listing.objects.filter(vendor=vendor).exclude(crop="").order_by("-pk").values_list("crop", flat=True)
    )
    return list(dict.fromkeys(keys[: most * 4]))[:most]
