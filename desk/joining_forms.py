"""What a household types to join, and to pause or stop its shop."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from households.models import ConsentText, Member


class CardForm(forms.Form):
    """The card from the village, and the certificate number of the member it was made for."""

    code = forms.CharField(
        label=_("卡上的8个字"),
        max_length=20,
        help_text=_("大小写都行，中间的空格不用管。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    id_number = forms.CharField(
        label=_("您的身份证号码"),
        max_length=30,
        required=False,
        help_text=_("只用来核对，不显示。替别人家办事的卡不用填。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )


class ApplicationForm(forms.Form):
    """The shop's name, whose account is paid, and the texts agreed to, each in the wording shown."""

    shop_name = forms.CharField(label=_("店名"), max_length=30, help_text=_("例如 李伯香蕉。不要写电话。"))
    holder = forms.TypedChoiceField(
        label=_("收款人"), coerce=int, help_text=_("货款付到这个人的账户，必须是本户成员。")
    )
    bank_name = forms.CharField(label=_("开户银行"), max_length=60, help_text=_("例如 农村信用社。"))
    account_number = forms.CharField(
        label=_("银行账号"),
        max_length=40,
        help_text=_("对照存折或银行卡填写。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(
        self, data: object = None, *, members: Sequence[Member], texts: Sequence[ConsentText]
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.texts = texts
        holder = self.fields["holder"]
        assert isinstance(holder, forms.TypedChoiceField)  # noqa: S101  declared above
        holder.choices = [(member.pk, member.name) for member in members]

    def agreed(self) -> dict[str, str]:
        """The wording of each text that was agreed to, by purpose."""
        return {text.purpose: str(self.data.get(f"agree_{text.purpose}", "")) for text in self.texts}


class PauseForm(forms.Form):
    """The first day of selling again."""

    until = forms.DateField(
        label=_("到哪一天再开"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class StopForm(forms.Form):
    """Why."""

    note = forms.CharField(label=_("为什么停止"), max_length=200)
