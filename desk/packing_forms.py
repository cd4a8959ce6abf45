"""What is typed when a parcel is weighed and sent: a weight, a carrier, a waybill in whatever way it is at hand."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.templatetags.market import kilograms
from common.text import narrow
from fulfilment.models import Parcel, VendorOrderLine
from fulfilment.services.weighing import sold_weight_g
from fulfilment.waybills import Waybill, read_barcode, read_text

JIN_G = 500
_WEIGHT = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)(斤|市斤|公斤|千克|kg|克|g|两)?")
_UNITS_G = {"斤": 500, "市斤": 500, "公斤": 1000, "千克": 1000, "kg": 1000, "克": 1, "g": 1, "两": 50}
UNSURE = _("重量请这样写：4.8斤、2.4公斤或2400克。")


class JinField(forms.CharField):
    """A weight in grams; a bare number is in jin, as village scales show it. What is unclear is asked about (B042)."""

    def clean(self, value: Any) -> int | None:  # noqa: ANN401  what Django passes on
        """Grams, or None where nothing was typed."""
        text = "".join(narrow(str(value or "")).lower().split())
        if not text:
            return None
        found = _WEIGHT.fullmatch(text)
        if found is None:
            raise forms.ValidationError(UNSURE)
        grams = Decimal(found[1]) * _UNITS_G[found[2] or "斤"]
        if grams != int(grams) or grams < 1:
            raise forms.ValidationError(UNSURE)
        return int(grams)


class SendForm(forms.Form):
    """The label of a parcel: its waybill typed, pasted as a whole message, or in a photo, which is not kept."""

    waybill = forms.CharField(
        label=_("运单号"),
        required=False,
        max_length=500,
        help_text=_("输入单号，或把快递发来的整段话粘贴进来。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    photo = forms.FileField(
        label=_("或者拍面单上的条码"),
        required=False,
        help_text=_("只读条码，照片不保存。"),
        widget=forms.FileInput(
            attrs={"accept": "image/*", "capture": "environment", "class": "barcode-photo"}
        ),
    )
    carrier = forms.ChoiceField(
        label=_("快递公司"), required=False, choices=[("", _("看单号自动认")), *Parcel.Carrier.choices]
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        lines: Sequence[VendorOrderLine],
        auto_id: str = "id_%s",
    ) -> None:
        super().__init__(data, files, auto_id=auto_id)
        self.was_photo = False
        self.found: Waybill | None = None
        self._lines = [row for row in lines if sold_weight_g(row.sold_line)]
        weights: dict[str, forms.Field] = {}
        for row in self._lines:
            sold = sold_weight_g(row.sold_line)
            weights[self._name(row)] = JinField(
                label=_("%(goods)s 实重（斤）") % {"goods": row.sold_line.title},
                required=False,
                max_length=20,
                initial=kilograms(2 * (row.packed_g or sold)),
                help_text=_("卖出 %(jin)s 斤。轻了自动退差价，重了不加价。") % {"jin": kilograms(2 * sold)},
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )
        self.fields = {**weights, **self.fields}

    @property
    def packed_g(self) -> dict[int, int]:
        """What was weighed, in grams by sold line; what nobody touched is left out."""
        typed = {row.sold_line_id: self.cleaned_data[self._name(row)] for row in self._lines}
        return {line: grams for line, grams in typed.items() if grams is not None}

    def filled_in(self) -> QueryDict:
        """The same form with what the photo said, to be looked at before it is sent."""
        data = self.data.copy()
        if self.found is not None:
            data["waybill"], data["carrier"] = self.found.number, self.cleaned_data["carrier"]
        return data

    def clean(self) -> dict[str, Any]:
        """Finds the one number and its carrier."""
        typed = super().clean() or {}
        try:
            self.found = self._read(typed)
        except DomainError as error:
            self.add_error("photo" if self.was_photo else "waybill", error.message)
            return typed
        typed["waybill"] = self.found.number
        typed["carrier"] = typed.get("carrier") or self.found.carrier
        if not typed["carrier"] and "carrier" not in self.errors:
            self.add_error("carrier", _("单号看不出是哪家快递，请选一下。"))
        return typed

    def _read(self, typed: dict[str, Any]) -> Waybill:
        photo = typed.get("photo")
        if typed.get("waybill") or not photo:
            return read_text(typed.get("waybill", ""))
        self.was_photo = True
        return read_barcode(photo)

    def _name(self, row: VendorOrderLine) -> str:
        return f"weight-{row.sold_line_id}"


class CannotSendForm(forms.Form):
    """Why a part cannot be sent: one tap, and words where they help."""

    WHY = (
        ("没有货了", _("没有货了")),
        ("货坏了", _("货坏了，不能发")),
        ("天气不好，采不了", _("天气不好，采不了")),
        ("快递不收", _("快递不收、到不了")),
        ("其他", _("其他原因")),
    )
    why = forms.ChoiceField(label=_("原因"), choices=WHY, widget=forms.RadioSelect)
    words = forms.CharField(label=_("补充几句"), required=False, max_length=120)

    @property
    def reason(self) -> str:
        """As the operator reads it."""
        return "，".join(
            part for part in (self.cleaned_data["why"], self.cleaned_data["words"].strip()) if part
        )
