"""Card, Alipay and WeChat Pay through Stripe's own payment page, in yuan."""

import logging
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import islice
from typing import ClassVar

import stripe
from stripe.checkout import Session

from payments.gateways.base import (
    Capabilities,
    GatewayRefused,
    Notice,
    RefundRequest,
    SeenPayment,
    SeenRefund,
    Started,
    StartPayment,
    StatementLine,
)
from payments.gateways.stripe_client import StripeConfig, new_client
from payments.gateways.stripe_errors import our_errors, translated
from payments.gateways.stripe_money import to_minor
from payments.gateways.stripe_notice import read_notice
from payments.gateways.stripe_reading import seen_payment, seen_refund
from payments.gateways.stripe_refunds import give_back
from payments.gateways.stripe_session import session_params
from payments.gateways.stripe_statement import lines_of

logger = logging.getLogger(__name__)

EXPANDED = ["payment_intent.latest_charge"]
# A session lives at most a day; no more than this many are looked through for one that was lost.
DAY = timedelta(days=1)
MOST_SEARCHED = 2000


class StripeGateway:
    """The gateway with code `stripe`. Keeps no state but its client."""

    code: ClassVar[str] = "stripe"

    def __init__(self, config: StripeConfig) -> None:
        self._config = config
        self._client = new_client(config)
        self._sessions = self._client.v1.checkout.sessions

    def capabilities(self) -> Capabilities:
        """Online, with refunds; goods wait as long as the setting says."""
        return Capabilities(
            is_online=True,
            refunds_by_api=True,
            settles_on_delivery=False,
            min_amount=self._config.min_amount,
            hold=self._config.hold,
        )

    def start(self, payment: StartPayment) -> Started:
        """A session for the attempt; again for the same attempt, the same session."""
        params = session_params(payment, self._config.methods)
        with our_errors():
            try:
                session = self._sessions.create(
                    params, {"idempotency_key": f"checkout:{payment.attempt_key}"}
                )
            except stripe.IdempotencyError:
                # Started before with other words, say in the other language: that session stands.
                session = self._started_before(payment)
        self._check_amount(session, payment)
        self._check_methods(session)
        return Started(provider_ref=session.id, redirect_url=session.url or payment.return_url)

    def fetch(self, provider_ref: str) -> SeenPayment:
        """The session as it stands, asked afresh."""
        with our_errors():
            return seen_payment(self._sessions.retrieve(provider_ref, {"expand": EXPANDED}))

    def close(self, provider_ref: str) -> SeenPayment:
        """Expires the session. One that was complete or expired before comes back as it is."""
        with our_errors():
            try:
                return seen_payment(self._sessions.expire(provider_ref, {"expand": EXPANDED}))
            except stripe.InvalidRequestError as error:
                refusal = translated(error)
        seen = self.fetch(provider_ref)
        if seen.state == "open":
            raise refusal
        return seen

    def refund(self, request: RefundRequest) -> SeenRefund:
        """Gives back part or all of a payment; Alipay and WeChat Pay answer later."""
        return give_back(self._client, request)

    def fetch_refund(self, provider_ref: str) -> SeenRefund:
        """The refund as it stands, asked afresh."""
        with our_errors():
            return seen_refund(self._client.v1.refunds.retrieve(provider_ref))

    def parse_notice(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """See `read_notice`."""
        config = self._config
        return read_notice(
            body=body, headers=headers, secrets=config.webhook_secrets, live=config.live, now=now
        )

    def statement(self, day: date) -> tuple[StatementLine, ...]:
        """Every movement of a Shanghai day on the account."""
        return lines_of(self._client, day)

    def _started_before(self, payment: StartPayment) -> Session:
        """The session that an earlier start of this attempt made.

        Raises:
            GatewayRefused: there is none, so the key was used for something else.
        """
        since = int((payment.expires_at - DAY).timestamp())
        page = self._sessions.list({"created": {"gte": since}, "limit": 100})
        for session in islice(page.auto_paging_iter(), MOST_SEARCHED):
            if session.client_reference_id == str(payment.attempt_key):
                return session
        raise GatewayRefused("idempotency_error", "no session of this attempt was found")

    def _check_amount(self, session: Session, payment: StartPayment) -> None:
        fen = to_minor(payment.amount, payment.currency)
        if (session.amount_total, session.currency) == (fen, "cny"):
            return
        logger.error("stripe session %s asks for another amount than its order", session.id)
        self.close(session.id)
        raise GatewayRefused(
            "amount_mismatch", f"asked {fen} cny, got {session.amount_total} {session.currency}"
        )

    def _check_methods(self, session: Session) -> None:
        """Stripe silently drops methods that the account or the currency does not allow."""
        missing = set(self._config.methods) - set(session.payment_method_types)
        if missing:
            logger.warning("stripe does not offer %s", ", ".join(sorted(missing)))
