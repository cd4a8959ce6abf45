"""What was sold, product by product, by the weight that really left: one row a product (B041)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Max, QuerySet, Sum
from django.db.models.functions import Coalesce

from fulfilment.models import VendorOrder
from orders.models import SoldLine


@dataclass(frozen=True, slots=True)
class Goods:
    """One product: packs, net grams, and what the buyers pay for it after refunds, in yuan."""

    title: str
    spec: str
    title_en: str
    spec_en: str
    picture: str
    packs: int
    grams: int
    amount: Decimal


def to_pick(vendor_ids: Sequence[int]) -> list[Goods]:
    """What all open orders of these vendors ask for together. One statement."""
    return _by_product(_lines(vendor_ids, VendorOrder.TO_SEND))


def sent(vendor_ids: Sequence[int]) -> list[Goods]:
    """What has left these vendors. One statement."""
    return _by_product(_lines(vendor_ids, VendorOrder.SENT))


def _lines(vendor_ids: Sequence[int], states: Sequence[str]) -> QuerySet[SoldLine]:
    return SoldLine.objects.filter(
        vendor_id__in=vendor_ids,
        packed_in__vendor_order__state__in=states,
        returned_quantity__lt=F("quantity"),
    )


def _by_product(lines: QuerySet[SoldLine]) -> list[Goods]:
    left = F("quantity") - F("returned_quantity")
    rows = (
        lines.values("stockrecord_id", "spec")
        .annotate(
            name=Max("title"),
            name_en=Max("title_en"),
            pack_en=Max("spec_en"),
            shown=Max("picture"),
            packs=Sum(left),
            grams=Sum(Coalesce("packed_in__packed_g", F("net_weight_g") * left)),
            amount=Sum(F("goods_amount") - F("refunded_amount")),
        )
        .order_by("-packs", "stockrecord_id", "spec")
    )
    return [
        Goods(
            title=row["name"],
            spec=row["spec"],
            title_en=row["name_en"],
            spec_en=row["pack_en"],
            picture=row["shown"],
            packs=row["packs"],
            grams=row["grams"],
            amount=row["amount"],
        )
        for row in rows
    ]
