"""What is typed when goods are listed or changed; figures come in any width."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.services.drafts import MOST_PACKS, MOST_PRICE, Offer
from common.text import narrow

_FEN = Decimal("0.01")
# Nobody means it, and so many digits have no fen.
_TOO_MUCH = Decimal(10) ** 12


class YuanField(forms.DecimalField):
    """An amount in yuan as people type it: full-width digits, ¥ and 元 are accepted."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:  # noqa: ANN401  what Django passes on
        """With two places."""
        text = narrow(str(value or "")).strip("¥￥元 ")
        amount = super().to_python(text)
        if amount is None:
            return None
        if not amount.is_finite() or abs(amount) >= _TOO_MUCH:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return amount.quantize(_FEN)


class CountField(forms.IntegerField):
    """A number of packs."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:  # noqa: ANN401  what Django passes on
        """Without blanks and signs of width."""
        return super().to_python(narrow(str(value or "")))


_PRICE_SAID = {
    "required": _("请填价格，例如 19.90。"),
    "invalid": _("价格请填数字，例如 19.90。"),
    "min_value": _("价格至少 0.01 元。"),
    "max_value": _("价格不超过 99999 元。"),
}
_COUNT_SAID = {
    "required": _("请填有多少份。"),
    "invalid": _("份数请填数字，例如 10。"),
    "min_value": _("至少 1 份。"),
    "max_value": _("最多 9999 份。"),
}


class OfferForm(forms.Form):
    """Price, how many, ready day, and what packing costs."""

    price = YuanField(
        label=_("一份卖多少钱（元）"),
        min_value=_FEN,
        max_value=MOST_PRICE,
        max_digits=8,
        decimal_places=2,
        error_messages=_PRICE_SAID,
    )
    quantity = CountField(label=_("有多少份"), min_value=1, max_value=MOST_PACKS, error_messages=_COUNT_SAID)
    ready_on = forms.DateField(
        label=_("哪天起可以发货"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("请选哪天起可以发货。"),
            "invalid": _("日期请写成 2026-11-25 这样。"),
        },
    )
    packing_cost = YuanField(
        label=_("包装一份花多少钱（元）"),
        min_value=Decimal(0),
        max_value=MOST_PRICE,
        max_digits=8,
        decimal_places=2,
        error_messages={
            "required": _("包装不花钱，请填 0。"),
            "invalid": _("包装费请填数字，例如 1.50。"),
            "min_value": _("包装费不能小于 0。"),
        },
    )

    def offer(self) -> Offer:
        """What was typed, after `is_valid`."""
        data = self.cleaned_data
        price: Decimal = data["price"]
        packing: Decimal = data["packing_cost"]
        quantity: int = data["quantity"]
        ready_on: date = data["ready_on"]
        return Offer(price=price, packing_cost=packing, quantity=quantity, ready_on=ready_on)


class DivisionForm(forms.Form):
    """What the live sum is asked about."""

    price = YuanField(min_value=_FEN, max_value=MOST_PRICE, max_digits=8, decimal_places=2)
    packing_cost = YuanField(min_value=Decimal(0), max_value=MOST_PRICE, max_digits=8, decimal_places=2)


class PackForm(forms.Form):
    """Another pack, in the seller's words."""

    pack = forms.CharField(
        label=_("别的装法"),
        max_length=40,
        help_text=_("例如 8斤装、2.5公斤、30枚 约3斤。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class PriceForm(forms.Form):
    """A new price: typed, or so much more than the page showed."""

    price = YuanField(
        label=_("新价格（元）"), min_value=_FEN, max_value=MOST_PRICE, max_digits=8, decimal_places=2
    )


class PacksForm(forms.Form):
    """Packs to add."""

    quantity = CountField(label=_("加多少份"), min_value=1, max_value=MOST_PACKS)


class WordsForm(forms.Form):
    """Title and words alone."""

    title = forms.CharField(label=_("名称"), max_length=60)
    summary = forms.CharField(
        label=_("介绍"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
