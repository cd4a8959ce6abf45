"""What an officer fills in to invite a household, and to let somebody act for one that has no phone."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from households.models import Member
from vendors.services.helpers import RELATIONS


class InviteForm(forms.Form):
    """The member who gets the card, and their mobile number."""

    person = forms.TypedChoiceField(
        label=_("给哪位成员"), coerce=int, help_text=_("只列出已登记证件号码的成员。")
    )
    mobile = forms.CharField(
        label=_("这位成员现在用的手机号码"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def __init__(self, data: object = None, *, members: Iterable[Member]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        person = self.fields["person"]
        assert isinstance(person, forms.TypedChoiceField)  # noqa: S101  declared above
        person.choices = [(member.pk, f"{member.name}（{member.relation_to_head}）") for member in members]


class PaperForm(forms.Form):
    """A consent that the household signed on paper, for a helper."""

    signed_by = forms.TypedChoiceField(label=_("本户谁签的字"), coerce=int)
    name = forms.CharField(label=_("代办人姓名"), max_length=20)
    relation = forms.ChoiceField(label=_("是这户的什么人"), choices=RELATIONS)
    mobile = forms.CharField(
        label=_("代办人自己的手机号码"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def __init__(self, data: object = None, *, members: Iterable[Member]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        signed_by = self.fields["signed_by"]
        assert isinstance(signed_by, forms.TypedChoiceField)  # noqa: S101  declared above
        signed_by.choices = [(member.pk, f"{member.name}（{member.relation_to_head}）") for member in members]
