"""What an officer fills in to have a list read."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from places import words
from places.models.designation import LATER_BATCHES

VILLAGES = "villages"


def _choices() -> list[tuple[str, str]]:
    """Villages, or one of the later batches, named in the reader's language."""
    batches = [
        (
            str(batch),
            gettext("%(list)s · 第 %(batch)s 批") % {"list": words.DEMONSTRATION_TOWNS, "batch": batch},
        )
        for batch in LATER_BATCHES
    ]
    return [(VILLAGES, str(words.DESIGNATED_VILLAGES)), *batches]


class ListForm(forms.Form):
    """A file and its document. What is in them is judged by places.designation."""

    designates = forms.ChoiceField(label=_("登记什么"), choices=_choices)
    document_no = forms.CharField(
        label=_("文号"), max_length=60, help_text=_("签发名单的文件的编号，登记后不能修改。")
    )
    document_date = forms.DateField(
        label=_("文件日期"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    file = forms.FileField(
        label=_("名单文件"),
        help_text=_(".xlsx 或 .csv，最大 1 MB。要有“村（社区）”或“代码”一列，最好还有“镇（街道）”。"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        allow_empty_file=True,
    )


class ReasonForm(forms.Form):
    """Why a list is taken back."""

    reason = forms.CharField(label=_("撤回的原因"), max_length=200)
