"""What bank transfer and cash share: people move the money and record it; there is nobody to ask."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar, NoReturn

from payments.gateways.base import (
    GatewayRefused,
    Notice,
    NoticeRejected,
    RefundRequest,
    SeenPayment,
    SeenRefund,
    Started,
    StartPayment,
    StatementLine,
)


class ByHand:
    """The parts of a gateway without a provider. What makes no sense refuses with code `by_hand`."""

    code: ClassVar[str]

    def start(self, payment: StartPayment) -> Started:
        """Nothing to open: the reference is our own, and the buyer stays on our page."""
        return Started(provider_ref=f"{self.code}:{payment.attempt_key}", redirect_url="")

    def fetch(self, provider_ref: str) -> SeenPayment:
        """Refused: only the operator knows whether the money came."""
        self._nobody_to_ask(f"fetch {provider_ref}")

    def close(self, provider_ref: str) -> SeenPayment:
        """Closed at once: no session is open anywhere. Money that comes later is recorded as late."""
        return SeenPayment(
            state="closed",
            provider_ref=provider_ref,
            attempt_key=None,
            amount=None,
            currency="CNY",
            payment_ref="",
            method=self.code,
            paid_at=None,
        )

    def refund(self, request: RefundRequest) -> SeenRefund:
        """Stays pending until the operator records by hand that it was paid."""
        return SeenRefund(state="pending", provider_ref=f"{self.code}:{request.refund_key}", failure="")

    def fetch_refund(self, provider_ref: str) -> SeenRefund:
        """Refused: only the operator knows whether it was paid."""
        self._nobody_to_ask(f"fetch_refund {provider_ref}")

    def parse_notice(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """Nobody sends notices for this gateway."""
        raise NoticeRejected("by_hand")

    def statement(self, day: date) -> tuple[StatementLine, ...]:
        """Refused rather than empty: an empty statement would say that nothing moved."""
        self._nobody_to_ask(f"statement {day}")

    def _nobody_to_ask(self, what: str) -> NoReturn:
        raise GatewayRefused("by_hand", f"{self.code} has no provider to ask: {what}")
