"""Listings (companions of Oscar's products), their photos and papers, storefronts, search documents."""

from catalog.models.listings import Listing
from catalog.models.papers import Label, PaperRule
from catalog.models.photos import Photo
from catalog.models.search import SearchDocument
from catalog.models.storefronts import Storefront

__all__ = ["Label", "Listing", "PaperRule", "Photo", "SearchDocument", "Storefront"]
