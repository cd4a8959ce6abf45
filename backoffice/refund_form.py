"""One refund: by line, or as one amount that is divided over what is left."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from backoffice.forms import YuanField
from common.money import ZERO
from fulfilment.models import RefundShare
from fulfilment.services.shares import LineShare
from orders.models import SoldLine


class RefundForm(forms.Form):
    """The fields of the lines are named after their keys; the submission makes a second post harmless."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    borne_by = forms.ChoiceField(
        label=_("由谁承担"),
        choices=RefundShare.BorneBy.choices,
        help_text=_("只有由农户承担的部分会减少农户的收入。"),
    )
    reason = forms.CharField(label=_("退款原因"), max_length=200)
    amount = YuanField(
        label=_("按金额退（元）"), required=False, help_text=_("按各件商品的余额分摊，退完商品才退运费。")
    )
    freight = YuanField(label=_("退运费（元）"), required=False)

    def __init__(self, data: Any, *, lines: Sequence[SoldLine]) -> None:  # noqa: ANN401  request.POST or None
        super().__init__(data, initial={"submission": uuid4(), "borne_by": RefundShare.BorneBy.OPERATOR})
        self.lines = lines
        for line in lines:
            self.fields[f"amount_{line.pk}"] = YuanField(label=_("退款（元）"), required=False)
            self.fields[f"returned_{line.pk}"] = forms.IntegerField(
                label=_("退回份数"), required=False, min_value=0, max_value=line.quantity
            )

    def clean(self) -> dict[str, Any]:
        """One way or the other, never both: which one counts would be a guess."""
        data = super().clean() or {}
        by_amount = bool(data.get("amount"))
        by_line = bool(data.get("freight")) or any(
            data.get(f"amount_{line.pk}") or data.get(f"returned_{line.pk}") for line in self.lines
        )
        if not self.errors and by_amount == by_line:
            self.add_error(None, _("请按商品填写，或只填一个总金额，二选一。"))
        return data

    @property
    def shares(self) -> list[LineShare]:
        """What was typed beside the lines."""
        typed = [
            LineShare(
                sold_line_id=line.pk,
                amount=self.cleaned_data[f"amount_{line.pk}"] or ZERO,
                returned_quantity=self.cleaned_data[f"returned_{line.pk}"] or 0,
            )
            for line in self.lines
        ]
        return [share for share in typed if share.amount or share.returned_quantity]

    @property
    def whole(self) -> Decimal | None:
        """The one amount, if that way was taken."""
        return self.cleaned_data["amount"] or None

    def rows(self) -> list[tuple[SoldLine, forms.BoundField, forms.BoundField]]:
        """Each line with its two fields, for the page."""
        return [(line, self[f"amount_{line.pk}"], self[f"returned_{line.pk}"]) for line in self.lines]
