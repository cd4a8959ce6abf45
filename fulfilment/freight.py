"""Freight: one simple template for each class of goods, per vendor, shown before payment. Pure figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import cast

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.money import ZERO, rounded, total

KG_G = 1000


class NotServed(DomainError):
    """No carrier of the market goes there."""

    def __init__(self) -> None:
        super().__init__(_("抱歉，暂时不能寄到这个地区。"), code="not_served")


@dataclass(frozen=True, slots=True)
class Load:
    """What one vendor sends in one class of freight: yuan and grams."""

    vendor_id: int
    freight_class: str
    goods: Decimal
    weight_g: int


def freight_by_vendor(loads: Sequence[Load], *, province_code: str) -> dict[int, Decimal]:
    """Freight in yuan of each vendor to a province (two digits of GB/T 2260).

    Loads of one vendor and class are one parcel; parcels of different classes each cost their own (B043).

    Raises:
        NotServed: the province is not served.
    """
    if province_code in settings.FREIGHT_NOT_SERVED:
        raise NotServed
    factor: Decimal = (
        settings.FREIGHT_FAR_FACTOR if province_code in settings.FREIGHT_FAR_PROVINCES else Decimal(1)
    )
    parcels: dict[tuple[int, str], tuple[Decimal, int]] = {}
    for load in loads:
        goods, weight_g = parcels.get((load.vendor_id, load.freight_class), (ZERO, 0))
        parcels[load.vendor_id, load.freight_class] = (goods + load.goods, weight_g + load.weight_g)
    amounts: dict[int, list[Decimal]] = {}
    for (vendor_id, freight_class), (goods, weight_g) in parcels.items():
        amounts.setdefault(vendor_id, []).append(_parcel(freight_class, goods, weight_g, factor))
    return {vendor_id: total(parts) for vendor_id, parts in amounts.items()}


def _parcel(freight_class: str, goods: Decimal, weight_g: int, factor: Decimal) -> Decimal:
    template = cast("dict[str, Decimal | None]", settings.FREIGHT_TEMPLATES[freight_class])
    free_over, first, further = template["free_over"], template["first_kg"], template["further_kg"]
    # Far regions are never free: the carrier's surcharge is real.
    if free_over is not None and factor == 1 and goods >= free_over:
        return ZERO
    kilograms = (Decimal(weight_g) / KG_G).to_integral_value(rounding=ROUND_CEILING)
    more = max(kilograms - 1, Decimal(0))
    return rounded(((first or ZERO) + (further or ZERO) * more) * factor)
