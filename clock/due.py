"""What is due: short lists of ids, oldest first, for the tasks to work through one by one."""

from datetime import datetime, timedelta

from django.conf import settings

from fulfilment.models import VendorOrder
from orders.models import Placement
from payments.models import ProviderEvent, Refund

BATCH = 200


def orders_to_expire(now: datetime) -> list[int]:
    """Unpaid orders whose time is over. Cash on delivery never is among them (B007)."""
    due = Placement.objects.filter(state=Placement.State.AWAITING_PAYMENT, expires_at__lte=now)
    return list(due.order_by("expires_at").values_list("pk", flat=True)[:BATCH])


def parcels_to_receive(now: datetime) -> list[VendorOrder]:
    """Shipped so many days ago, and nobody said a word."""
    since = now - timedelta(days=settings.AUTO_RECEIVE_DAYS)
    due = VendorOrder.objects.filter(state=VendorOrder.State.SHIPPED, shipped_at__lte=since)
    return list(due.order_by("shipped_at")[:BATCH])


def parts_to_complete(now: datetime) -> list[VendorOrder]:
    """Received, and the claim window has passed."""
    due = VendorOrder.objects.filter(state=VendorOrder.State.RECEIVED, claim_until__lte=now)
    return list(due.order_by("claim_until")[:BATCH])


def parts_to_settle() -> list[VendorOrder]:
    """Completed and not settled; those whose cash is missing come again until it is recorded."""
    due = VendorOrder.objects.filter(state=VendorOrder.State.COMPLETED, settlement__isnull=True)
    return list(due.order_by("pk")[:BATCH])


def notices_to_process(now: datetime) -> list[int]:
    """Stored notices that nobody worked on within a minute."""
    due = ProviderEvent.objects.filter(
        state=ProviderEvent.State.NEW, received_at__lte=now - timedelta(minutes=1)
    )
    return list(due.order_by("pk").values_list("pk", flat=True)[:BATCH])


def refunds_to_send() -> list[Refund]:
    """Refunds through a provider that are not final."""
    return list(Refund.objects.filter(state=Refund.State.PENDING, is_manual=False).order_by("pk")[:BATCH])
