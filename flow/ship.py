"""A vendor packs and ships their part: held stock becomes sold stock when it leaves the house."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from common.audit import Actor, record
from common.money import ZERO
from common.text import in_our_words, narrow
from flow.cannot_send import cannot_send_key
from flow.holds import hold_source, still_wanted
from flow.short_weight import give_back_short, weigh
from flow.telling import tell_buyer
from fulfilment.locks import lock_vendor_order
from fulfilment.models import Parcel, VendorOrder
from fulfilment.services import vendor_orders
from fulfilment.services.vendor_orders import sold_lines
from orders.locks import lock_placement
from orders.models import Placement
from payments.locks import lock_attempts_of
from payments.services import problems
from vendors.services import stock


def pack(*, vendor_order: VendorOrder, actor: Actor, now: datetime) -> None:
    """Packed and waiting for the carrier."""
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        vendor_orders.pack(vendor_order=lock_vendor_order(vendor_order.pk), now=now)
        record(actor=actor, action="pack", object_kind="vendor_order", object_id=vendor_order.number, now=now)


def ship(
    *,
    vendor_order: VendorOrder,
    carrier: str,
    waybill: str,
    packed_g: Mapping[int, int] | None = None,
    actor: Actor,
    now: datetime,
) -> Parcel:
    """Handed to the carrier with a waybill; `packed_g` is what lines weigh, in grams by sold line.

    Lines that weigh less than sold lower the price, now or when the parcel's cash comes; none raises it.

    Raises:
        WrongState: it is not waiting to be shipped.
        DomainError: the waybill is malformed or taken, or a weight cannot be.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        lock_attempts_of(placement.pk)
        locked = lock_vendor_order(vendor_order.pk)
        if packed_g:
            weigh(vendor_order=locked, packed_g=packed_g, actor=actor, now=now)
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
        short = give_back_short(vendor_order=locked, actor=actor, now=now, is_told=True)
        _tell(placement, parcel, short, now=now)
        problems.solved(
            dedupe_key=cannot_send_key(locked.number),
            note=in_our_words(_("后来发出了。")),
            actor=actor,
            now=now,
        )
    return parcel


def _tell(placement: Placement, parcel: Parcel, short: Decimal, *, now: datetime) -> None:
    """The buyer hears once: with what, under which number, and what it costs less."""
    number = parcel.vendor_order.number
    told = {"carrier": _carrier(parcel, placement.language), "waybill": parcel.waybill}
    if short > ZERO:
        told["amount"] = str(short)
    tell_buyer(
        placement,
        "shipped_short" if short > ZERO else "shipped",
        about=number,
        now=now,
        values=told,
        once=f"shipped:{number}",
    )


def _carrier(parcel: Parcel, language: str) -> str:
    """As the buyer reads it, not as whoever ships it does."""
    with override(language):
        return str(parcel.get_carrier_display())
