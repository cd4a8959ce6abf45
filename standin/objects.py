"""What the stand-in keeps. Amounts are whole fen; moments are seconds since 1970."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]  # a JSON object, as it goes out
Method = Literal["card", "alipay", "wechat_pay"]
METHODS: tuple[Method, ...] = ("card", "alipay", "wechat_pay")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the pay page."""

    title: str
    quantity: int
    unit_amount: int


@dataclass(slots=True)
class Session:
    """A checkout session: the page a buyer pays on."""

    id: str
    created: int
    expires_at: int
    url: str
    items: tuple[Item, ...]
    locale: str
    methods: tuple[str, ...]
    allowed: tuple[str, ...]
    reference: str | None
    metadata: dict[str, str]
    intent_metadata: dict[str, str]
    description: str | None
    success_url: str
    cancel_url: str | None
    is_adaptive: bool
    wechat_client: str | None
    status: Literal["open", "complete", "expired"] = "open"
    payment_status: Literal["unpaid", "paid"] = "unpaid"
    intent_id: str | None = None
    # Set by control: what arrives instead of what was asked.
    arrives: int | None = None

    @property
    def total(self) -> int:
        """What is asked for."""
        return sum(item.quantity * item.unit_amount for item in self.items)


@dataclass(slots=True)
class Intent:
    """The payment itself; there from the buyer's first try."""

    id: str
    created: int
    amount: int
    methods: tuple[str, ...]
    metadata: dict[str, str]
    description: str | None
    amount_received: int = 0
    status: Literal["requires_payment_method", "processing", "succeeded", "canceled"] = (
        "requires_payment_method"
    )
    charge_id: str | None = None
    error: Json | None = None


@dataclass(slots=True)
class Charge:
    """One try to take the money."""

    id: str
    created: int
    intent_id: str
    amount: int
    method: str
    metadata: dict[str, str]
    description: str | None
    status: Literal["pending", "succeeded", "failed"]
    amount_refunded: int = 0
    entry_id: str | None = None
    failure_code: str | None = None
    failure_message: str | None = None


@dataclass(slots=True)
class Refund:
    """Money on its way back."""

    id: str
    created: int
    charge_id: str
    intent_id: str
    amount: int
    reason: str | None
    metadata: dict[str, str]
    status: Literal["pending", "succeeded", "failed"] = "pending"
    entry_id: str | None = None
    failure_reason: str | None = None
    failure_entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the account's statement; `amount` is negative for what goes out."""

    id: str
    created: int
    kind: str
    amount: int
    fee: int
    source_id: str
    description: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, with the object as it was then."""

    id: str
    created: int
    kind: str
    about: Json


@dataclass(slots=True)
class Endpoint:
    """An address that wants notices."""

    id: str
    created: int
    url: str
    secret: str
    kinds: tuple[str, ...] = ("*",)
    description: str | None = None
    metadata: dict[str, str] = field(default_factory=dict)
