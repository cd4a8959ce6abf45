"""A vendor packs and ships their part: held stock becomes sold stock when it leaves the house."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from common.audit import Actor, record
from common.text import narrow
from flow.holds import hold_source, still_wanted
from fulfilment.locks import lock_vendor_order
from fulfilment.models import Parcel, VendorOrder
from fulfilment.services import vendor_orders
from fulfilment.services.vendor_orders import sold_lines
from messages.services.writing import write
from orders.locks import lock_placement
from vendors.services import stock


def pack(*, vendor_order: VendorOrder, actor: Actor, now: datetime) -> None:
    """Packed and waiting for the carrier."""
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        vendor_orders.pack(vendor_order=lock_vendor_order(vendor_order.pk), now=now)
        record(actor=actor, action="pack", object_kind="vendor_order", object_id=vendor_order.number, now=now)


def ship(*, vendor_order: VendorOrder, carrier: str, waybill: str, actor: Actor, now: datetime) -> Parcel:
    """Handed to the carrier with a waybill.

    Raises:
        WrongState: it is not waiting to be shipped.
        DomainError: the waybill is malformed or taken.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        locked = lock_vendor_order(vendor_order.pk)
        parcel = vendor_orders.ship(
            vendor_order=locked,
            carrier=carrier,
            waybill=narrow(waybill).upper(),
            shipped_by=actor.label,
            now=now,
        )
        stock.take(
            source=hold_source(placement),
            sold_as=f"shipped:{locked.number}",
            wanted=still_wanted(sold_lines(locked)),
            actor_label=actor.label,
            now=now,
        )
        record(actor=actor, action="ship", object_kind="vendor_order", object_id=locked.number, now=now)
        write(
            mobile=placement.mobile,
            language=placement.language,
            template="shipped",
            context={
                "number": locked.number,
                "carrier": _carrier(parcel, placement.language),
                "waybill": parcel.waybill,
                "token": placement.token,
            },
            dedupe_key=f"shipped:{locked.number}",
            now=now,
        )
    return parcel


def _carrier(parcel: Parcel, language: str) -> str:
    """As the buyer reads it, not as whoever ships it does."""
    with override(language):
        return str(parcel.get_carrier_display())
