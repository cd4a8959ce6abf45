"""What the operator's people type. Full-width digits, ¥ and thousands commas are accepted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.text import narrow


class YuanField(forms.DecimalField):
    """An amount in yuan with at most two places, above zero."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  Django's own way to declare a field
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(min_value=0, max_digits=12, decimal_places=2, **kwargs)

    def to_python(self, value: Any) -> Any:  # noqa: ANN401  what Django passes on
        """Narrow digits, no sign, no commas."""
        if isinstance(value, str):
            value = narrow(value).lstrip("¥￥").replace(",", "")
        return super().to_python(value)


class ReceivedForm(forms.Form):
    """Money that came in by hand: the amount is typed, not confirmed, so that a wrong one shows."""

    amount = YuanField(
        label=_("实际到账金额（元）"), help_text=_("请照银行或交款单据填写，不要照抄应收金额。")
    )
    reference = forms.CharField(
        label=_("银行流水号或交款凭证号"), max_length=100, help_text=_("每笔款项的凭证号只能登记一次。")
    )

    def clean_reference(self) -> str:
        """As the bank writes it: narrow, no blanks at the ends."""
        return narrow(self.cleaned_data["reference"])


class ReasonForm(forms.Form):
    """Why something ends otherwise than it should."""

    reason = forms.CharField(label=_("原因"), max_length=200)


class ReferenceForm(forms.Form):
    """The proof that the bank has moved the money."""

    reference = forms.CharField(label=_("银行流水号或退款凭证号"), max_length=60)

    def clean_reference(self) -> str:
        """As the bank writes it."""
        return narrow(self.cleaned_data["reference"])


class NoteForm(forms.Form):
    """How a line of the list was solved."""

    note = forms.CharField(label=_("处理结果"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class NumberForm(forms.Form):
    """An order's number, as the buyer reads it out."""

    number = forms.CharField(label=_("订单号"), max_length=40)

    def clean_number(self) -> str:
        """Narrow, no blanks, capitals."""
        return "".join(narrow(self.cleaned_data["number"]).split()).upper()
