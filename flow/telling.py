"""Messages that several steps write: to the people of a shop about one vendor order, to the buyer about it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from fulfilment.models import VendorOrder
from messages.services.writing import write
from orders.models import Placement

# A shop's people read the market's own language; a buyer reads the language of the order.
OURS = "zh-hans"
NOTHING: Mapping[str, str] = MappingProxyType({})


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


def tell_buyer(
    placement: Placement,
    template: str,
    *,
    about: str,
    now: datetime,
    values: Mapping[str, str] = NOTHING,
    once: str = "",
) -> None:
    """The buyer, about an order's number or a part's: once, or once for each `once`, such as "refunded:<key>"."""
    write(
        mobile=placement.mobile,
        language=placement.language,
        template=template,
        context={"number": about, "token": placement.token, **values},
        dedupe_key=once or f"{template}:{about}",
        now=now,
    )
