"""Listings (companions of Oscar's products), their drafts, photos and papers, storefronts, search documents."""

from catalog.models.drafts import ListingChange, ListingDraft
from catalog.models.listings import Listing
from catalog.models.papers import Label, PaperRule
from catalog.models.photos import Photo
from catalog.models.search import SearchDocument
from catalog.models.storefronts import Storefront

__all__ = [
    "Label",
    "Listing",
    "ListingChange",
    "ListingDraft",
    "PaperRule",
    "Photo",
    "SearchDocument",
    "Storefront",
]
