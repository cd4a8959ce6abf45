"""Cash is collected parcel by parcel: the order is paid when no parcel's cash is open any more."""

from datetime import datetime

from fulfilment.models import VendorOrder
from orders.models import Placement
from orders.services import states
from payments.models import PaymentAttempt, Problem
from payments.queries import kept_receipts
from payments.services import problems
from payments.services.attempts import OPEN_STATES


def note_all_collected(placement: Placement) -> None:
    """Paid on the day of the last cash that was kept; an order refused in full is never paid. Locked by the caller."""
    if placement.paid_at is not None:
        return
    if PaymentAttempt.objects.filter(order_id=placement.pk, state__in=OPEN_STATES).exists():
        return
    kept = kept_receipts().filter(order_id=placement.pk)
    last = kept.order_by("-received_at").values_list("received_at", flat=True).first()
    if last is not None:
        states.cash_collected(placement, at=last)


def miss_cash(vendor_order: VendorOrder, *, now: datetime) -> None:
    """Shipped long ago, and nobody has recorded its cash or its refusal: a person must ask the carrier."""
    problems.raise_problem(
        kind=Problem.Kind.CASH_MISSING,
        dedupe_key=missing_cash_key(vendor_order.number),
        text=f"{vendor_order.number} ¥{vendor_order.kept}",
        order_id=vendor_order.order_id,
        now=now,
    )


def missing_cash_key(number: str) -> str:
    """The cause's key on the operator's list."""
    return f"cash:{number}"
