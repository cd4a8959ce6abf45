"""What every gateway takes and gives. Amounts are yuan; the provider's own units stay inside its gateway."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal, Protocol
from uuid import UUID

PaymentState = Literal["open", "processing", "paid", "closed", "failed"]
RefundState = Literal["pending", "succeeded", "failed"]
StatementKind = Literal["payment", "refund", "refund_failed", "other"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a gateway can do, so that a caller asks instead of knowing names.

    `hold` is how long goods wait for the money; None where they do not.
    """

    is_online: bool
    refunds_by_api: bool
    settles_on_delivery: bool
    min_amount: Decimal
    hold: timedelta | None


@dataclass(frozen=True, slots=True)
class PayLine:
    """One line of the provider's page: a title and a price, no personal data."""

    title: str
    quantity: int
    unit_amount: Decimal


@dataclass(frozen=True, slots=True)
class StartPayment:
    """A payment to start. Lines and freight sum to `amount`.

    The same attempt started again gives the same session, as long as these fields are the same.
    """

    attempt_key: UUID
    order_number: str
    amount: Decimal
    currency: str
    lines: tuple[PayLine, ...]
    freight: Decimal
    return_url: str
    cancel_url: str
    expires_at: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Started:
    """The provider's session; `redirect_url` is empty where the buyer stays with us."""

    provider_ref: str
    redirect_url: str


@dataclass(frozen=True, slots=True)
class SeenPayment:
    """A payment as the provider has it now.

    `amount` is what arrived once `state` is paid, and what is asked for before that.
    `payment_ref` names the payment for refunds; empty until the buyer has tried to pay.
    """

    state: PaymentState
    provider_ref: str
    attempt_key: UUID | None
    amount: Decimal | None
    currency: str
    payment_ref: str
    method: str
    paid_at: datetime | None


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """Money to give back from one payment. `reason` is for our own records and is not sent."""

    refund_key: UUID
    payment_ref: str
    amount: Decimal
    currency: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeenRefund:
    """A refund as the provider has it now; `failure` is its own word for why it failed.

    `refund_key` is ours, as the provider gave it back; None for a refund that we did not ask for.
    """

    state: RefundState
    provider_ref: str
    failure: str
    refund_key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with a right signature. It says what to look at, never what to believe.

    Nothing else of it is kept: what a provider sends along names and describes the buyer. `about_ref` is the
    object of whatever kind; `object_ref` is the payment session and `refund_ref` the refund, each empty where
    the notice does not name one; `attempt_key` is ours, as the provider gave it back.
    """

    event_id: str
    kind: str
    created_at: datetime
    about_ref: str
    object_ref: str
    refund_ref: str
    attempt_key: UUID | None
    live: bool


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement on the provider's account.

    `amount` is in `currency`, as the buyer paid it (negative when given back); `settled` and `fee` are in
    `settled_currency`, which may be another. `payment_ref` and `refund_ref` are empty where none applies.
    """

    entry_ref: str
    kind: StatementKind
    payment_ref: str
    refund_ref: str
    amount: Decimal
    currency: str
    settled: Decimal
    fee: Decimal
    settled_currency: str
    occurred_at: datetime


class GatewayUnreachable(Exception):
    """No answer, a key it does not accept, or a wish to be asked later: ask again, the same way.

    Whether it acted is unknown.
    """


class GatewayRefused(Exception):
    """The provider, or the gateway itself, said no. Trying the same again will not help."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"{code}: {message}" if message else code)
        self.code = code
        self.message = message


class NoticeRejected(Exception):
    """A notice that must not be stored: forged, too old, from the future, too large, or of the other mode."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """Whoever moves the money. Every call may raise GatewayUnreachable or GatewayRefused."""

    @property
    def code(self) -> str:
        """The name under which attempts and receipts are kept."""

    def capabilities(self) -> Capabilities:
        """What this gateway can do."""

    def start(self, payment: StartPayment) -> Started:
        """Opens the provider's session, once for an attempt however often it is called."""

    def fetch(self, provider_ref: str) -> SeenPayment:
        """The payment as it stands at the provider."""

    def close(self, provider_ref: str) -> SeenPayment:
        """Ends the session so that nobody can pay any more; a session found complete comes back as paid."""

    def refund(self, request: RefundRequest) -> SeenRefund:
        """Gives money back, once for a refund however often it is called."""

    def fetch_refund(self, provider_ref: str) -> SeenRefund:
        """The refund as it stands at the provider."""

    def parse_notice(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> Notice:
        """The notice in a request.

        Raises:
            NoticeRejected: it is not to be believed even as a hint.
        """

    def statement(self, day: date) -> tuple[StatementLine, ...]:
        """Every movement of a Shanghai day."""
