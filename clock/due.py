"""What is due: short lists of ids, oldest first, for the tasks to work through one by one."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from catalog.models import Listing, Photo
from catalog.queries.papers import papers_ran_out
from common.clock import local_day
from flow.cash import missing_cash_key
from fulfilment.models import VendorOrder
from fulfilment.queries.parts import open_cash
from orders.models import Placement
from payments.models import Problem, ProviderEvent, Refund
from payments.queries import kept_receipts
from vendors.models import Vendor

BATCH = 200


def orders_to_expire(now: datetime) -> list[int]:
    """Unpaid orders whose time is over. Cash on delivery never is among them (B007)."""
    due = Placement.objects.filter(state=Placement.State.AWAITING_PAYMENT, expires_at__lte=now)
    return list(due.order_by("expires_at").values_list("pk", flat=True)[:BATCH])


def parcels_to_receive(now: datetime) -> list[VendorOrder]:
    """Shipped so many days ago, and nobody said a word; where cash is open, the carrier's word is awaited."""
    due = _shipped_long_ago(now).filter(state=VendorOrder.State.SHIPPED).exclude(Exists(open_cash()))
    return list(due.order_by("shipped_at")[:BATCH])


def cash_to_miss(now: datetime) -> list[VendorOrder]:
    """Shipped so many days ago, the cash still open, and not yet on the operator's list."""
    due = _shipped_long_ago(now).filter(Exists(open_cash())).exclude(state=VendorOrder.State.CANCELLED)
    listed = Problem.objects.filter(dedupe_key=Concat(Value(missing_cash_key("")), OuterRef("number")))
    return list(due.exclude(Exists(listed)).order_by("shipped_at")[:BATCH])


def _shipped_long_ago(now: datetime) -> QuerySet[VendorOrder]:
    return VendorOrder.objects.filter(shipped_at__lte=now - timedelta(days=settings.AUTO_RECEIVE_DAYS))


def parts_to_complete(now: datetime) -> list[VendorOrder]:
    """Received, and the claim window has passed."""
    due = VendorOrder.objects.filter(state=VendorOrder.State.RECEIVED, claim_until__lte=now)
    return list(due.order_by("claim_until")[:BATCH])


def parts_to_settle() -> list[VendorOrder]:
    """Completed, paid for, and not settled; one whose cash is missing keeps nobody else waiting."""
    paid = kept_receipts().filter(
        Q(attempt__part="") | Q(attempt__part=OuterRef("number")), order_id=OuterRef("order_id")
    )
    due = VendorOrder.objects.filter(Exists(paid), state=VendorOrder.State.COMPLETED, settlement__isnull=True)
    return list(due.order_by("pk")[:BATCH])


def notices_to_process(now: datetime) -> list[int]:
    """Stored notices that nobody worked on within a minute."""
    due = ProviderEvent.objects.filter(
        state=ProviderEvent.State.NEW, received_at__lte=now - timedelta(minutes=1)
    )
    return list(due.order_by("pk").values_list("pk", flat=True)[:BATCH])


def refunds_to_send(now: datetime) -> list[Refund]:
    """Refunds through a provider that are not final: at first at every round, after an hour each ten minutes."""
    young = Q(requested_at__gt=now - timedelta(hours=1))
    rested = Q(asked_at__isnull=True) | Q(asked_at__lte=now - timedelta(minutes=10))
    due = Refund.objects.filter(young | rested, state=Refund.State.PENDING, is_manual=False)
    return list(due.order_by(F("asked_at").asc(nulls_first=True), "pk")[:BATCH])


def listings_without_papers(now: datetime) -> list[Listing]:
    """On sale, and the last day of a paper that their class asks for has passed."""
    return list(papers_ran_out(now)[:BATCH])


def photos_to_size(now: datetime) -> list[int]:
    """Photos whose own task was lost."""
    due = Photo.objects.filter(sized_at__isnull=True, uploaded_at__lte=now - timedelta(minutes=1))
    return list(due.order_by("uploaded_at").values_list("pk", flat=True)[:BATCH])


def shops_to_resume(now: datetime) -> list[Vendor]:
    """Paused until a day that has come."""
    due = Vendor.objects.filter(state=Vendor.State.PAUSED, paused_until__lte=local_day(now))
    return list(due.order_by("pk")[:BATCH])
