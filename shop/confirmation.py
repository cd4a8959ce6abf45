"""What the buyer confirms: each vendor's goods and freight, and the sum that will be charged."""

from dataclasses import dataclass
from decimal import Decimal

from common.money import total
from orders.queries.basket import BasketView, shown_as


@dataclass(frozen=True, slots=True)
class Part:
    """One vendor's part, in yuan."""

    shop_name: str
    goods: Decimal
    freight: Decimal


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The parts and their sum, with the digest that placing takes back."""

    parts: tuple[Part, ...]
    goods: Decimal
    freight: Decimal
    shown: str

    @property
    def grand(self) -> Decimal:
        """What will be charged."""
        return self.goods + self.freight


def confirmation(view: BasketView, freight: dict[int, Decimal], *, language: str) -> Confirmation:
    """The confirmation of a basket to a place."""
    names = {line.vendor_id: line.shop_name_en if language == "en" else line.shop_name for line in view.lines}
    return Confirmation(
        parts=tuple(
            Part(
                shop_name=name,
                goods=total([line.amount for line in view.lines if line.vendor_id == vendor_id]),
                freight=freight[vendor_id],
            )
            for vendor_id, name in names.items()
        ),
        goods=view.goods_total,
        freight=total(list(freight.values())),
        shown=shown_as(view, freight),
    )
