"""Oscar's listing and search pages over plain querysets, with its own templates and its own prefetching."""

from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.views.generic import ListView
from oscar.apps.catalogue.models import Category, Product


class CatalogueView(ListView):
    """All products, newest first."""

    template_name = "oscar/catalogue/browse.html"
    paginate_by = settings.OSCAR_PRODUCTS_PER_PAGE
    context_object_name = "products"

    def get_queryset(self) -> QuerySet[Product]:
        """As Oscar 3 read them, before all browsing went through Haystack."""
        return Product.objects.browsable().base_queryset().order_by("-date_created")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The templates expect results that carry the product."""
        context = super().get_context_data(**kwargs)
        found = [SimpleNamespace(object=product) for product in context["object_list"]]
        context["page_obj"].object_list = found
        return {**context, "products": found, "page": context["page_obj"], "summary": "All products"}


class ProductCategoryView(CatalogueView):
    """The products of a category and those below it."""

    template_name = "oscar/catalogue/category.html"

    def get_queryset(self) -> QuerySet[Product]:
        """Of this category."""
        self.category = Category.objects.get(pk=self.kwargs["pk"])
        below = self.category.get_descendants_and_self()
        return super().get_queryset().filter(categories__in=below).distinct()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the category."""
        return {**super().get_context_data(**kwargs), "category": self.category}


class FacetedSearchView(CatalogueView):
    """Products whose title or description holds the words."""

    template_name = "oscar/search/results.html"

    def get_queryset(self) -> QuerySet[Product]:
        """A substring, which is what Chinese needs."""
        words = self.request.GET.get("q", "")
        return super().get_queryset().filter(Q(title__icontains=words) | Q(description__icontains=words))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the words."""
        return {**super().get_context_data(**kwargs), "query": self.request.GET.get("q", "")}
