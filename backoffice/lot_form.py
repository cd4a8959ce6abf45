"""A delivery as it was weighed: a line for each household. Rows can be added without JavaScript."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backoffice.forms import YuanField
from common.text import narrow
from households.models import Household
from households.queries import households_numbered
from vendors.models import SupplyLot, SupplyShare, Vendor
from vendors.services.supply import Delivered, Delivery

ROWS, MORE, MOST = 6, 6, 300
_G = Decimal(1000)


class WeightField(forms.DecimalField):
    """Kilograms to the gram."""

    def __init__(self) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(
            label=_("重量（千克）"),
            required=False,
            min_value=0,
            max_digits=10,
            decimal_places=3,
            widget=widget,
        )

    def to_python(self, value: Any) -> Any:  # noqa: ANN401  what Django passes on
        """Narrow digits, no commas."""
        if isinstance(value, str):
            value = narrow(value).replace(",", "")
        return super().to_python(value)


class LotForm(forms.Form):
    """What, for how much a kilogram, and who brought how much. Empty lines do not count."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST)
    operator = forms.ModelChoiceField(label=_("收购方"), queryset=Vendor.objects.none())
    what = forms.CharField(label=_("品名"), max_length=80, help_text=_("例如：吴阳丝苗米（稻谷）"))
    what_en = forms.CharField(label=_("英文品名"), max_length=120, required=False)
    price_per_kg = YuanField(
        label=_("收购价（元/千克）"), help_text=_("按千克填写；按斤谈的价，乘以2。收货以后不能再改。")
    )

    def __init__(
        self,
        data: Any,  # noqa: ANN401  request.POST or None
        *,
        operators: QuerySet[Vendor],
        lot: SupplyLot | None = None,
        shares: Sequence[SupplyShare] = (),
    ) -> None:
        count = _count(data, len(shares))
        super().__init__(data, initial=_initial(lot, shares, count))
        self.households: dict[str, Household] = {}
        self.fields["operator"].queryset = operators  # type: ignore[attr-defined]
        if lot is not None:
            self.fields["operator"].disabled = True
        for index in range(count):
            self.fields[f"number_{index}"] = forms.CharField(label=_("户编号"), required=False, max_length=22)
            self.fields[f"weight_{index}"] = WeightField()
        self.count = count

    @property
    def heads(self) -> list[forms.BoundField]:
        """The fields above the lines."""
        return [self[name] for name in ("operator", "what", "what_en", "price_per_kg")]

    @property
    def lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines, two fields each."""
        return [(self[f"number_{index}"], self[f"weight_{index}"]) for index in range(self.count)]

    def clean(self) -> dict[str, Any]:
        """Each line has a known household and a weight, or is empty; a household stands there once."""
        data = super().clean() or {}
        typed = {index: narrow(data.get(f"number_{index}") or "").upper() for index in range(self.count)}
        self.households = households_numbered([number for number in typed.values() if number])
        seen: set[str] = set()
        for index, number in typed.items():
            weight = data.get(f"weight_{index}")
            if not number and not weight:
                continue
            if not number:
                self.add_error(f"number_{index}", _("请填写这一行的户编号。"))
            elif number not in self.households:
                self.add_error(f"number_{index}", _("农户登记中没有这个编号。"))
            elif number in seen:
                self.add_error(f"number_{index}", _("这一户前面已经填过，请合计成一行。"))
            if not weight and f"weight_{index}" not in self.errors:
                self.add_error(f"weight_{index}", _("请填写重量。"))
            seen.add(number)
        if not seen and not self.errors:
            self.add_error(None, _("请至少填写一户。"))
        return data

    @property
    def delivery(self) -> Delivery:
        """What was typed, once it is valid."""
        data = self.cleaned_data
        shares = [
            Delivered(
                self.households[narrow(data[f"number_{index}"]).upper()].pk,
                int(data[f"weight_{index}"] * _G),
            )
            for index in range(self.count)
            if data[f"weight_{index}"]
        ]
        return Delivery(
            what=data["what"], what_en=data["what_en"], price_per_kg=data["price_per_kg"], shares=shares
        )


def with_more_rows(data: Any) -> Any:  # noqa: ANN401  request.POST
    """The same form with some more lines."""
    copied = data.copy()
    copied["rows"] = str(min(_count(data, 0) + MORE, MOST))
    return copied


def _count(data: Any, shares: int) -> int:  # noqa: ANN401  request.POST or None
    text = str((data or {}).get("rows", ""))
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MOST:
        return int(text[:4])
    return min(max(ROWS, shares + 2), MOST)


def _initial(lot: SupplyLot | None, shares: Sequence[SupplyShare], count: int) -> dict[str, object]:
    initial: dict[str, object] = {"submission": uuid4(), "rows": count}
    if lot is not None:
        initial |= {
            "operator": lot.operator_id,
            "what": lot.what,
            "what_en": lot.what_en,
            "price_per_kg": lot.price_per_kg,
        }
    for index, share in enumerate(shares):
        initial[f"number_{index}"] = share.household.number
        initial[f"weight_{index}"] = f"{(Decimal(share.grams) / _G).normalize():f}"
    return initial
