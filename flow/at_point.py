"""The village point works for a household: takes its parcel, weighs and labels it, hands it to the courier."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from flow.ship import ship
from flow.short_weight import weigh
from fulfilment.locks import lock_vendor_order
from fulfilment.models import Parcel, PointParcel, VendorOrder, VillagePoint
from fulfilment.services import points, vendor_orders
from fulfilment.services.vendor_orders import WrongState
from orders.locks import lock_placement

State = VendorOrder.State


def take(*, point: VillagePoint, vendor_order: VendorOrder, actor: Actor, now: datetime) -> None:
    """Brought to the point, packed by its household.

    Raises:
        WrongState: it is not to be sent any more.
        DomainError: it was taken before.
    """
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        locked = lock_vendor_order(vendor_order.pk)
        points.take(point=point, vendor_order=locked, now=now)
        if locked.state == State.TO_PACK:
            vendor_orders.pack(vendor_order=locked, now=now)
        _noted(locked, "take_at_point", actor, now)


def label(
    *,
    vendor_order: VendorOrder,
    packed_g: Mapping[int, int],
    carrier: str,
    waybill: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Weighed (net grams by sold line) and labelled with its waybill; again, while it is here.

    Raises:
        WrongState: it is not here any more, or was never brought.
        DomainError: the waybill is on another parcel, or a weight cannot be.
    """
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        locked = lock_vendor_order(vendor_order.pk)
        parcel = _here(locked)
        weigh(vendor_order=locked, packed_g=packed_g, actor=actor, now=now)
        points.label(parcel=parcel, carrier=carrier, waybill=waybill, now=now)
        _noted(locked, "label_at_point", actor, now)


def hand_over(*, vendor_order: VendorOrder, actor: Actor, now: datetime) -> Parcel:
    """Handed to the courier with the waybill that is on it: shipped.

    Raises:
        WrongState: it is not here any more, or was never brought.
        DomainError: it bears no label yet, or its waybill was meanwhile used.
    """
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        parcel = _here(vendor_order)
        if parcel.labelled_at is None:
            raise DomainError(_("先称重、贴单，再交给快递。"), code="no_label")
        made = ship(
            vendor_order=vendor_order, carrier=parcel.carrier, waybill=parcel.waybill, actor=actor, now=now
        )
        points.handed_over(parcel=parcel, now=now)
        _noted(vendor_order, "hand_over_at_point", actor, now)
        return made


def _here(vendor_order: VendorOrder) -> PointParcel:
    parcel = PointParcel.objects.filter(vendor_order=vendor_order, handed_over_at__isnull=True).first()
    if parcel is None:
        raise WrongState
    return parcel


def _noted(vendor_order: VendorOrder, action: str, actor: Actor, now: datetime) -> None:
    record(actor=actor, action=action, object_kind="vendor_order", object_id=vendor_order.number, now=now)
