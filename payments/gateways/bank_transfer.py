"""Bank transfer: the buyer pays into the operator's account; the cashier marks it received."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import ClassVar

from payments.gateways.base import Capabilities
from payments.gateways.by_hand import ByHand


@dataclass(frozen=True, slots=True)
class BankTransfer(ByHand):
    """Goods wait `hold` for the money."""

    hold: timedelta
    code: ClassVar[str] = "bank_transfer"

    def capabilities(self) -> Capabilities:
        """No provider; refunds go out by hand."""
        return Capabilities(
            is_online=False,
            refunds_by_api=False,
            settles_on_delivery=False,
            min_amount=Decimal("0.01"),
            hold=self.hold,
        )
