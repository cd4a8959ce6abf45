"""到手价: what a pack brings, told the villager before publishing and the shopper on the page.

One function for both, equal to the later settlement to the fen when nothing is refunded.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from common.money import rounded


@dataclass(frozen=True, slots=True)
class TakeHome:
    """How a price divides, in yuan: price = take_home + packing + fee. Freight is the buyer's and passes through."""

    price: Decimal
    packing: Decimal
    fee: Decimal
    take_home: Decimal

    @property
    def settled(self) -> Decimal:
        """What the settlement will pay for it; the packing comes out of the household's own pocket."""
        return self.price - self.fee


def take_home(*, price: Decimal, packing: Decimal) -> TakeHome:
    """The division of a price, or of a line's amount, after the platform's fee and the packing cost."""
    fee = fee_on(price)
    return TakeHome(price=price, packing=packing, fee=fee, take_home=price - packing - fee)


def fee_on(goods: Decimal) -> Decimal:
    """The platform's fee in yuan on an amount of goods kept."""
    rate: Decimal = settings.PLATFORM_FEE_RATE
    return rounded(goods * rate)


def fee_of_line(*, unit_price: Decimal, quantity: int, kept: Decimal) -> Decimal:
    """The fee on what is kept of a line, in yuan: pack by pack as promised, less in proportion to what went back."""
    return rounded(fee_on(unit_price) * quantity * kept / (unit_price * quantity))
