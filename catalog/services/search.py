"""Keeps the search documents in step with listings."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, TextField, Value

from catalog.models import Listing, SearchDocument
from catalog.tokens import tokens
from places.models import Alias


class ArrayToVector(Func):
    """The tokens as they are: no parser of the database's locale decides what a word is."""

    function = "array_to_tsvector"
    output_field = SearchVectorField()


def index_listing(listing_id: int) -> None:
    """Writes the pairs of a listing: title, summary, pack, category, village, town and their other names."""
    listing = Listing.objects.select_related("product", "village__town", "vendor").get(pk=listing_id)
    town = listing.village.town
    aliases = Alias.objects.filter(place_code__in=[town.pk, listing.village_id]).values_list(
        "text", flat=True
    )
    text = " ".join(
        [
            listing.product.title,
            listing.title_en,
            listing.summary,
            listing.spec,
            str(listing.get_category_display()),
            listing.village.short_name,
            town.name,
            town.name_en,
            listing.vendor.shop_name,
            *aliases,
        ]
    )
    vector = ArrayToVector(Value(tokens(text), output_field=ArrayField(TextField())))
    SearchDocument.objects.update_or_create(listing=listing, defaults={"pairs": vector})
