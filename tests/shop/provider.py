"""A payment provider with one session, which says of it what the test wants."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from payments.gateways.base import GatewayUnreachable, SeenPayment, Started, StartPayment

PAY_PAGE = "https://pay.example/cs_1"


@dataclass
class Provider:
    """Holds one session, and says of it what the test wants."""

    state: Any = "open"
    begun: list[StartPayment] = field(default_factory=list)

    def start(self, payment: StartPayment) -> Started:
        self.begun.append(payment)
        return Started(provider_ref="cs_1", redirect_url=PAY_PAGE)

    def fetch(self, provider_ref: str) -> SeenPayment:
        if self.state == "away":
            raise GatewayUnreachable
        return SeenPayment(
            state=self.state,
            provider_ref=provider_ref,
            attempt_key=self.begun[0].attempt_key,
            amount=self.begun[0].amount,
            currency="cny",
            payment_ref="pi_1",
            method="alipay",
            paid_at=timezone.now(),
        )
