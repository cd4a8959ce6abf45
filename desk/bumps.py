"""Steppers without JavaScript: a button named `bump` sends which field is to move by how much."""

from decimal import Decimal, InvalidOperation

from django.http import QueryDict

LEAST = {"price": Decimal("0.10"), "quantity": Decimal(1), "packing_cost": Decimal(0)}


def bumped(data: QueryDict) -> QueryDict:
    """The form after the step; anything odd leaves it as it was."""
    field, _colon, step = data.get("bump", "").partition(":")
    moved = data.copy()
    if field not in LEAST:
        return moved
    try:
        value = Decimal(data.get(field, "")) + Decimal(step)
    except InvalidOperation:
        return moved
    if value.is_finite():
        moved[field] = str(max(value, LEAST[field]))
    return moved
