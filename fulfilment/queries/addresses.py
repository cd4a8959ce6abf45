"""Where a vendor sends a part, and for how long they may read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from common.masking import mask_mobile, mask_name
from fulfilment.models import VendorOrder

# Design, "Vendors and households": buyers are masked to sellers 30 days after completion.
SHOWN_FOR = timedelta(days=30)
State = VendorOrder.State
_ON_THE_WAY = {*VendorOrder.TO_SEND, State.SHIPPED, State.RECEIVED}


@dataclass(frozen=True, slots=True)
class ShipTo:
    """The buyer as the vendor may see them now."""

    name: str
    mobile: str
    address: str
    note: str
    is_masked: bool


def ship_to(part: VendorOrder, *, now: datetime) -> ShipTo:
    """The address of a vendor order loaded with its placement; masked when it is no longer needed."""
    placement = part.order.placement
    if is_shown(part, now=now):
        address = f"{placement.area_text}{placement.address_detail}"
        return ShipTo(placement.contact_name, placement.mobile, address, placement.note, is_masked=False)
    return ShipTo(
        name=mask_name(placement.contact_name),
        mobile=mask_mobile(placement.mobile),
        address=f"{placement.area_text}****",
        note="",
        is_masked=True,
    )


def is_shown(part: VendorOrder, *, now: datetime) -> bool:
    """While there is something to send or to talk about: until 30 days after it ended.

    A part cancelled before it left the house never needs its address again.
    """
    if part.state in _ON_THE_WAY:
        return True
    if part.shipped_at is None:
        return False
    ended_at = part.completed_at or part.cancelled_at
    return ended_at is not None and now < ended_at + SHOWN_FOR
