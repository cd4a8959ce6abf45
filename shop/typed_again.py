"""What a villager typed when the form's cookie was gone (B114): shown again, to be sent once more with a new token.

Only of forms of the desk that the browser says were on our own page: another site's form must not become ours by
one tap.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shop.our_page import from_our_page

_MOST_FIELDS = 80
_MOST_LETTERS = 10_000
_NAMES: dict[str, str | Promise] = {
    "title": _("名称"),
    "summary": _("介绍"),
    "price": _("价格"),
    "quantity": _("数量"),
    "ready_on": _("哪天起可以发货"),
    "packing_cost": _("包装"),
    "pack": _("装法"),
    "carrier": _("快递公司"),
    "waybill": _("运单号"),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A field as it was sent; the label is empty for what nobody typed."""

    name: str
    value: str
    label: str


def typed_again(request: HttpRequest) -> list[Typed]:
    """The fields of a form of the desk; none for other forms, other sites, photos."""
    match = request.resolver_match
    is_desk = match is not None and match.app_names == ["desk"]
    if request.method != "POST" or not is_desk or not from_our_page(request) or request.FILES:
        return []
    fields = [
        Typed(name, str(value), str(_NAMES.get(name, "")))
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    if len(fields) > _MOST_FIELDS or sum(len(field.name + field.value) for field in fields) > _MOST_LETTERS:
        return []
    return fields
