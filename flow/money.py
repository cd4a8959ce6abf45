"""What a provider, or the operator, says has arrived."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in yuan with the provider's own reference.

    `is_another` is the operator's word that a second transfer for the same order really came, and is not
    the first one typed with another reference. A provider that answers itself needs no such word.
    """

    amount: Decimal
    currency: str
    provider_ref: str
    method: str
    received_at: datetime
    is_another: bool = False
