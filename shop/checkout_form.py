"""The checkout form: who receives, where, how it is paid."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from orders.models import Placement
from orders.services.placing import Contact, clean_contact
from payments.gateways.registry import offered
from places.queries import PlacedArea, area_from_text, area_of

# Which field a refused contact belongs to, by the code of the refusal.
FIELD_OF = {"bad_name": "name", "bad_mobile": "mobile", "bad_detail": "detail", "bad_note": "note"}


class CheckoutForm(forms.Form):
    """One column; the county by three lists, or typed where scripts do not run."""

    name = forms.CharField(
        label=_("收货人"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    mobile = forms.CharField(
        label=_("手机号码"),
        max_length=30,
        help_text=_("快递员会打这个电话。"),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    area_code = forms.CharField(required=False, widget=forms.HiddenInput)
    area_text = forms.CharField(
        label=_("省、市、区（县）"),
        max_length=60,
        required=False,
        help_text=_("例如：广东省 广州市 天河区"),
    )
    detail = forms.CharField(
        label=_("详细地址"),
        max_length=200,
        help_text=_("街道、小区、门牌号"),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    note = forms.CharField(label=_("给农户留言"), max_length=200, required=False)
    method = forms.ChoiceField(label=_("付款方式"), widget=forms.RadioSelect)
    # Whoever knows it is led to its order: nothing shorter than a random key will do.
    submission = forms.UUIDField(label=_("提交编号"), widget=forms.HiddenInput)
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    exceptions = forms.BooleanField(label=_("退货说明"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  Django's own signature
        super().__init__(*args, **kwargs)
        labels = dict(Placement.Method.choices)
        field = self.fields["method"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, labels[Placement.Method(code)]) for code in offered()]
            field.initial = offered()[0]

    def clean(self) -> dict[str, Any]:
        """Puts the checked contact beside the fields."""
        cleaned = super().clean() or self.cleaned_data
        try:
            area = self._area(cleaned)
        except DomainError as error:
            self.add_error("area_text", error.message)
            return cleaned
        if self.errors:
            return cleaned
        try:
            cleaned["contact"] = self._contact(cleaned, area)
        except DomainError as error:
            self.add_error(FIELD_OF.get(error.code), error.message)
        return cleaned

    @staticmethod
    def _area(cleaned: dict[str, Any]) -> PlacedArea:
        code = cleaned.get("area_code")
        return area_of(code) if code else area_from_text(cleaned.get("area_text") or "")

    @staticmethod
    def _contact(cleaned: dict[str, Any], area: PlacedArea) -> Contact:
        return clean_contact(
            name=cleaned["name"],
            mobile=cleaned["mobile"],
            area=area,
            detail=cleaned["detail"],
            note=cleaned["note"],
        )
