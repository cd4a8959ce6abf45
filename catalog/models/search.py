"""What the search looks in."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from catalog.models.listings import Listing


class SearchDocument(models.Model):
    """The character pairs by which a listing is found. Written with the listing, by catalog.services only."""

    listing = models.OneToOneField(
        Listing, on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    pairs = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["pairs"], name="search_by_character_pairs")]

    def __str__(self) -> str:
        return str(self.listing_id)
