"""Messages that several steps write: to the people of a shop about one vendor order, to the buyer about it."""

from datetime import datetime

from fulfilment.models import VendorOrder
from messages.services.writing import write
from orders.models import Placement

# A shop's people read the market's own language; a buyer reads the language of the order.
OURS = "zh-hans"


def tell_shop(vendor_order: VendorOrder, template: str, *, now: datetime) -> None:
    """Everybody who acts for the shop now, each once."""
    members = vendor_order.vendor.members.filter(ended_at__isnull=True).select_related("user")
    for member in members:
        write(
            mobile=member.user.mobile,
            email=member.user.email,
            language=OURS,
            template=template,
            context={"number": vendor_order.number},
            dedupe_key=f"{template}:{vendor_order.number}:{member.user_id}",
            now=now,
        )


def tell_buyer(placement: Placement, template: str, *, about: str, now: datetime, **more: str) -> None:
    """The buyer, once about one thing: an order's number, or a part's."""
    write(
        mobile=placement.mobile,
        language=placement.language,
        template=template,
        context={"number": about, "token": placement.token, **more},
        dedupe_key=f"{template}:{about}",
        now=now,
    )
