"""Cash on delivery: the carrier collects, parcel by parcel; it counts when the carrier's list says so."""

from decimal import Decimal
from typing import ClassVar

from payments.gateways.base import Capabilities
from payments.gateways.by_hand import ByHand


class CashOnDelivery(ByHand):
    """Goods are packed before any money comes, so nothing waits for it."""

    code: ClassVar[str] = "cash_on_delivery"

    def capabilities(self) -> Capabilities:
        """No provider, and no time limit."""
        return Capabilities(
            is_online=False,
            refunds_by_api=False,
            settles_on_delivery=True,
            min_amount=Decimal("0.01"),
            hold=None,
        )
