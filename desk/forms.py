"""What a villager types."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.text import narrow
from fulfilment.models import Parcel


class WaybillField(forms.RegexField):
    """A waybill as it is copied: full-width digits, blanks and small letters are accepted."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401  what Django passes on
        """In its one form."""
        return "".join(narrow(super().to_python(value)).split()).upper()


class ShipForm(forms.Form):
    """The carrier and the waybill from the slip."""

    carrier = forms.ChoiceField(label=_("快递公司"), choices=Parcel.Carrier.choices)
    waybill = WaybillField(
        label=_("运单号"),
        regex=r"^[0-9A-Z\-]{6,40}$",
        help_text=_("面单条码下面的那串数字。"),
        error_messages={"invalid": _("运单号是6到40位数字或字母，请对照面单再看一遍。")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
