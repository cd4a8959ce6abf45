"""Listings (companions of Oscar's products), their papers, storefronts, search documents."""

from catalog.models.listings import Listing
from catalog.models.papers import Label, PaperRule
from catalog.models.search import SearchDocument
from catalog.models.storefronts import Storefront

__all__ = ["Label", "Listing", "PaperRule", "SearchDocument", "Storefront"]
