"""An operator's lot: entered as weighed, mended while a draft, received, or dropped before it is packed and paid."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from common.idempotency import claim, finish
from settlement.queries import live_payment_of
from vendors.locks import lock_lot
from vendors.models import SupplyLot, Vendor
from vendors.services import supply
from vendors.services.supply import Delivery

SCOPE = "enter_lot"


def enter_lot(
    *, submission: str, operator: Vendor, delivery: Delivery, actor: Actor, now: datetime
) -> SupplyLot:
    """A draft. The same `submission` again gives the same lot.

    Raises:
        DomainError: weights, price or households make no sense.
    """
    with transaction.atomic():
        earlier = claim(scope=SCOPE, key=submission, now=now)
        if earlier is not None:
            return SupplyLot.objects.get(pk=int(earlier))
        lot = supply.enter(operator=operator, delivery=delivery, now=now)
        _record(lot, "enter_lot", actor, now)
        finish(scope=SCOPE, key=submission, result=lot.pk)
        return lot


def mend_lot(*, lot_id: int, delivery: Delivery, actor: Actor, now: datetime) -> None:
    """Other weights, price or households while it is a draft; the log keeps what stood there before.

    Raises:
        DomainError: it is no draft any more, or what was entered makes no sense.
    """
    with transaction.atomic():
        lot = lock_lot(lot_id)
        before = f"{lot.what} {lot.grams} g {lot.price_per_kg}"
        supply.mend(lot=lot, delivery=delivery)
        _record(lot, "mend_lot", actor, now, before=before)


def receive_lot(*, lot_id: int, actor: Actor, now: datetime) -> None:
    """Weighed and taken over: from now on it may be packed, and its households are owed their parts.

    Raises:
        DomainError: it was received or dropped before.
    """
    with transaction.atomic():
        lot = lock_lot(lot_id)
        supply.receive(lot=lot, now=now)
        _record(lot, "receive_lot", actor, now)


def void_lot(*, lot_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Entered by mistake: dropped with a reason.

    Raises:
        DomainError: something was packed, a payment is under way or made, or no reason is given.
    """
    with transaction.atomic():
        lot = lock_lot(lot_id)
        if live_payment_of(lot.pk) is not None:
            raise DomainError(_("这批货已经做了付款单，请先登记付款失败，再作废。"), code="payment_under_way")
        supply.void(lot=lot, reason=reason)
        _record(lot, "void_lot", actor, now, reason=reason)


def _record(
    lot: SupplyLot, action: str, actor: Actor, now: datetime, *, reason: str = "", before: str = ""
) -> None:
    detail: dict[str, str | int | bool] = {"grams": lot.grams, "amount": str(lot.amount)}
    if before:
        detail["before"] = before
    record(
        actor=actor,
        action=action,
        object_kind="supply_lot",
        object_id=lot.number,
        now=now,
        reason=reason,
        detail=detail,
    )
