"""Packing from a lot; a vendor's paper."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.models import Listing
from common.text import narrow
from vendors.models import Vendor, VendorPaper
from vendors.services.papers import Paper


class _ListingField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Listing) -> str:
        """Title and pack in the reader's language."""
        if get_language() == "en":
            return f"{obj.title_en} · {obj.spec_en}"
        return f"{obj.product.title} · {obj.spec}"


class PackForm(forms.Form):
    """So many packs of one product; the submission makes a second post harmless."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    listing = _ListingField(label=_("分装成"), queryset=Listing.objects.none())
    packs = forms.IntegerField(label=_("装几份"), min_value=1, max_value=100_000)

    def __init__(self, data: Any, *, listings: QuerySet[Listing]) -> None:  # noqa: ANN401  request.POST or None
        super().__init__(data, initial={"submission": uuid4()})
        self.fields["listing"].queryset = listings  # type: ignore[attr-defined]


class DayField(forms.DateField):
    """A day as 2026-11-25."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  Django's own way to declare a field
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class PaperForm(forms.Form):
    """A licence, registration or filing, as it lies on the table."""

    vendor = forms.ModelChoiceField(label=_("经营主体"), queryset=Vendor.objects.none())
    kind = forms.ChoiceField(label=_("证照"), choices=VendorPaper.Kind.choices)
    number = forms.CharField(label=_("编号"), max_length=40)
    valid_from = DayField(label=_("有效期自"))
    valid_until = DayField(label=_("有效期至"), help_text=_("最后一天当天仍然有效，第二天起自动下架。"))

    def __init__(self, data: Any, *, vendors: QuerySet[Vendor]) -> None:  # noqa: ANN401  request.POST or None
        super().__init__(data)
        self.fields["vendor"].queryset = vendors  # type: ignore[attr-defined]

    def clean_number(self) -> str:
        """As it is printed: narrow."""
        return narrow(self.cleaned_data["number"])

    @property
    def paper(self) -> Paper:
        """What was typed, once it is valid."""
        data: dict[str, Any] = self.cleaned_data
        first: date = data["valid_from"]
        return Paper(VendorPaper.Kind(data["kind"]), data["number"], first, data["valid_until"])
