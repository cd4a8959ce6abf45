"""What a household types to let somebody act for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vendors.services.helpers import RELATIONS


class HelperForm(forms.Form):
    """Who is to act, and what they are to the household."""

    name = forms.CharField(label=_("这个人的姓名"), max_length=20)
    relation = forms.ChoiceField(label=_("是您家的什么人"), choices=RELATIONS)
    mobile = forms.CharField(
        label=_("这个人自己的手机号码"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
