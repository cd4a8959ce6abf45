"""What a household types about its money: a cost, or what is wrong with an entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.sell_forms import YuanField
from income.models import Cost


class CostForm(forms.Form):
    """What the money went for, how much, when, and a photo of the slip."""

    kind = forms.ChoiceField(label=_("花在哪里"), choices=Cost.Kind.choices)
    amount = YuanField(label=_("花了多少钱（元）"), max_digits=10, decimal_places=2)
    on = forms.DateField(label=_("哪一天"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    note = forms.CharField(label=_("备注"), max_length=100, required=False)
    slip = forms.FileField(
        label=_("单据照片"),
        required=False,
        help_text=_("只有您家、替您办事的人和核对的工作人员能看到。"),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        allow_empty_file=True,
    )
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)


class DisputeForm(forms.Form):
    """What is wrong."""

    reason = forms.CharField(
        label=_("哪里不对"), max_length=300, help_text=_("例如 金额少了，或这份订单不是我家的。")
    )
