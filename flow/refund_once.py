"""The operator's refund page sent once or many times: the first submission gives back, later ones tell what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from common.audit import Actor
from common.idempotency import claim, finish
from flow.refund import refund_amount, refund_lines
from fulfilment.models import VendorOrder
from fulfilment.services.shares import LineShare
from payments.models import Refund


@dataclass(frozen=True, slots=True)
class Booked:
    """The refund that stands in the books for a submission; `is_new` when this call wrote it."""

    refund: Refund
    is_new: bool


def refund_once(
    *,
    submission: UUID,
    vendor_order: VendorOrder,
    amount: Decimal | None,
    lines: Sequence[LineShare],
    freight: Decimal,
    reason: str,
    borne_by: str,
    actor: Actor,
    now: datetime,
) -> Booked:
    """Gives back `amount` yuan divided over what is left; without it, so much of each line and of the freight.

    A submission that was taken before changes nothing, also when it now says something else.

    Raises:
        DomainError: as `refund_lines` and `refund_amount`; the submission is then free to be sent again.
    """
    key = f"{vendor_order.number}:{submission}"
    with transaction.atomic():
        earlier = claim(scope="refund", key=key, now=now)
        if earlier is not None:
            return Booked(refund=Refund.objects.get(key=earlier), is_new=False)
        if amount is not None:
            made = refund_amount(
                vendor_order=vendor_order,
                amount=amount,
                reason=reason,
                borne_by=borne_by,
                actor=actor,
                now=now,
            )
        else:
            made = refund_lines(
                vendor_order=vendor_order,
                lines=lines,
                freight=freight,
                reason=reason,
                borne_by=borne_by,
                actor=actor,
                now=now,
            )
        finish(scope="refund", key=key, result=made.key)
        return Booked(refund=made, is_new=True)
