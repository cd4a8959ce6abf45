"""Moves an order as a whole from state to state; Oscar's own status follows."""

from datetime import datetime

from oscar.apps.order.models import Order

from orders.models import Placement

State = Placement.State


def paid(placement: Placement, *, now: datetime) -> None:
    """The money is there (also late, after expiry, when stock still lasted)."""
    placement.state, placement.paid_at, placement.ended_at = State.OPEN, now, None
    placement.save(update_fields=["state", "paid_at", "ended_at"])
    _tell_oscar(placement)


def cash_collected(placement: Placement, *, at: datetime) -> None:
    """Every parcel's cash is there, or its parcel was refused."""
    placement.paid_at = at
    placement.save(update_fields=["paid_at"])


def ended(placement: Placement, *, state: State, now: datetime) -> None:
    """Expired, cancelled or completed."""
    placement.state, placement.ended_at = state, now
    placement.save(update_fields=["state", "ended_at"])
    _tell_oscar(placement)


def _tell_oscar(placement: Placement) -> None:
    Order.objects.filter(pk=placement.pk).update(status=placement.state)
