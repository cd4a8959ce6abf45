"""Opens vendor orders and moves them on. The caller has the transaction and the locks."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from common.money import total
from fulfilment.models import Parcel, VendorOrder, VendorOrderLine
from orders.models import SoldLine

State = VendorOrder.State


class WrongState(DomainError):
    """The vendor order is not where this step begins."""

    def __init__(self) -> None:
        super().__init__(_("这份订单的状态已经改变，请刷新后再看。"), code="wrong_state")


def open_vendor_orders(
    *,
    order_id: int,
    number: str,
    lines: Sequence[SoldLine],
    freight: dict[int, Decimal],
    state: State,
    now: datetime,
) -> list[VendorOrder]:
    """One vendor order for each vendor; the parts sum to the order."""
    by_vendor: dict[int, list[SoldLine]] = {}
    for line in lines:
        by_vendor.setdefault(line.vendor_id, []).append(line)
    made = VendorOrder.objects.bulk_create(
        [
            VendorOrder(
                order_id=order_id,
                vendor_id=vendor_id,
                number=f"{number}-{index}",
                state=state,
                goods_amount=total([line.goods_amount for line in theirs]),
                freight_amount=freight[vendor_id],
                ship_by=_ship_by(theirs, now) if state == State.TO_PACK else None,
            )
            for index, (vendor_id, theirs) in enumerate(by_vendor.items(), start=1)
        ]
    )
    VendorOrderLine.objects.bulk_create(
        [
            VendorOrderLine(vendor_order=vendor_order, sold_line=line)
            for vendor_order in made
            for line in by_vendor[vendor_order.vendor_id]
        ]
    )
    return made


def to_pack(*, vendor_orders: Sequence[VendorOrder], now: datetime) -> None:
    """Paid for: the vendors may pack, and the promise to ship begins."""
    for vendor_order in vendor_orders:
        vendor_order.state = State.TO_PACK
        vendor_order.cancelled_at = None
        vendor_order.cancel_reason = ""
        vendor_order.ship_by = _ship_by(sold_lines(vendor_order), now)
        vendor_order.save(update_fields=["state", "ship_by", "cancelled_at", "cancel_reason"])


def pack(*, vendor_order: VendorOrder, now: datetime) -> None:
    """Packed and waiting for the carrier.

    Raises:
        WrongState: it is not waiting to be packed.
    """
    if vendor_order.state != State.TO_PACK:
        raise WrongState
    vendor_order.state, vendor_order.packed_at = State.PACKED, now
    vendor_order.save(update_fields=["state", "packed_at"])


def ship(*, vendor_order: VendorOrder, carrier: str, waybill: str, shipped_by: str, now: datetime) -> Parcel:
    """Handed to the carrier.

    Raises:
        WrongState: it is neither to pack nor packed.
        DomainError: the waybill number is taken by another parcel.
    """
    if vendor_order.state not in VendorOrder.TO_SEND:
        raise WrongState
    if Parcel.objects.filter(carrier=carrier, waybill=waybill).exists():
        raise DomainError(_("这个运单号已经用过，请核对。"), code="waybill_taken")
    vendor_order.state, vendor_order.shipped_at = State.SHIPPED, now
    vendor_order.packed_at = vendor_order.packed_at or now
    vendor_order.save(update_fields=["state", "shipped_at", "packed_at"])
    return Parcel.objects.create(
        vendor_order=vendor_order, carrier=carrier, waybill=waybill, shipped_at=now, shipped_by=shipped_by
    )


def receive(*, vendor_order: VendorOrder, by: str, now: datetime) -> None:
    """Received: the claim window of its longest line begins.

    Raises:
        WrongState: it is not on its way.
    """
    if vendor_order.state != State.SHIPPED:
        raise WrongState
    window = max(line.claim_window for line in sold_lines(vendor_order))
    vendor_order.state, vendor_order.received_at, vendor_order.received_by = State.RECEIVED, now, by
    vendor_order.claim_until = now + window
    vendor_order.save(update_fields=["state", "received_at", "received_by", "claim_until"])


def complete(*, vendor_order: VendorOrder, now: datetime) -> None:
    """The claim window has passed.

    Raises:
        WrongState: not received, or the window is still open.
    """
    if (
        vendor_order.state != State.RECEIVED
        or vendor_order.claim_until is None
        or vendor_order.claim_until > now
    ):
        raise WrongState
    vendor_order.state, vendor_order.completed_at = State.COMPLETED, now
    vendor_order.save(update_fields=["state", "completed_at"])


def cancel(*, vendor_order: VendorOrder, reason: str, now: datetime) -> None:
    """Ends it before it was received.

    Raises:
        WrongState: it was received or cancelled already.
    """
    if vendor_order.state in {State.RECEIVED, State.COMPLETED, State.CANCELLED}:
        raise WrongState
    _end(vendor_order, reason, now)


def came_back(*, vendor_order: VendorOrder, reason: str, now: datetime) -> None:
    """Ends a parcel that was refused, also where somebody had taken it as received before the carrier said so.

    Raises:
        WrongState: it never left, or has ended.
    """
    if vendor_order.state not in VendorOrder.SENT:
        raise WrongState
    _end(vendor_order, reason, now)


def _end(vendor_order: VendorOrder, reason: str, now: datetime) -> None:
    vendor_order.state, vendor_order.cancelled_at, vendor_order.cancel_reason = State.CANCELLED, now, reason
    vendor_order.save(update_fields=["state", "cancelled_at", "cancel_reason"])


def sold_lines(vendor_order: VendorOrder) -> list[SoldLine]:
    """The lines this vendor packs, in order."""
    return list(SoldLine.objects.filter(packed_in__vendor_order=vendor_order).order_by("pk"))


def _ship_by(lines: Sequence[SoldLine], now: datetime) -> datetime:
    return now + timedelta(hours=max(line.ship_within_hours for line in lines))
