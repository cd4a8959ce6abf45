"""Vendor orders, for the vendor who packs them and for the operator."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from fulfilment.models import VendorOrder
from orders.models import Placement
from payments.models import PaymentAttempt
from payments.services.attempts import OPEN_STATES
from vendors.queries import vendors_for


def vendor_orders_for(user: User) -> QuerySet[VendorOrder]:
    """The vendor orders of this person's shops that were ever to be packed; unpaid ones are nobody's work yet."""
    parts = VendorOrder.objects.filter(vendor__in=vendors_for(user), ship_by__isnull=False)
    return parts.select_related("vendor").annotate(has_open_cash=Exists(open_cash()))


def open_cash() -> QuerySet[PaymentAttempt]:
    """Cash that is still to be collected for a vendor order; for use inside a query of vendor orders."""
    return PaymentAttempt.objects.filter(
        order_id=OuterRef("order_id"), part=OuterRef("number"), state__in=OPEN_STATES
    )


def vendor_order_for(user: User, number: str) -> VendorOrder:
    """One vendor order of this person's shops, with its address.

    Raises:
        NotForYou: it is another's, or does not exist: both look alike.
    """
    found = vendor_orders_for(user).filter(number=number).select_related("vendor", "order__placement").first()
    if found is None:
        raise NotForYou(_("没有找到这份订单。"), code="no_vendor_order")
    return found


def order_by_number(number: str) -> Placement:
    """An order by its number, or by the number of one of its parts, for the operator.

    Raises:
        NotForYou: there is none.
    """
    placement = Placement.objects.filter(number=number.split("-", maxsplit=1)[0]).first()
    if placement is None:
        raise NotForYou(_("没有找到这个订单。"), code="no_order")
    return placement


def part_by_number(number: str) -> VendorOrder:
    """A vendor order by its number, for the operator.

    Raises:
        NotForYou: there is none.
    """
    part = VendorOrder.objects.filter(number=number).select_related("vendor", "order__placement").first()
    if part is None:
        raise NotForYou(_("没有找到这份订单。"), code="no_vendor_order")
    return part


def parts_of(order_id: int) -> Sequence[VendorOrder]:
    """All parts of an order with lines, parcels and shares of refunds. Four statements."""
    parts = VendorOrder.objects.filter(order_id=order_id).select_related("vendor__village").order_by("pk")
    return list(parts.prefetch_related("lines__sold_line", "parcels", "refund_shares__refund"))


def cash_parcels() -> QuerySet[VendorOrder]:
    """Shipped parts whose cash nobody has recorded yet."""
    return VendorOrder.objects.filter(Exists(open_cash()), state__in=VendorOrder.SENT).select_related(
        "vendor", "order__placement"
    )


def late_parts(now: datetime) -> QuerySet[VendorOrder]:
    """Not shipped though the promised moment has passed."""
    return VendorOrder.objects.filter(state__in=VendorOrder.TO_SEND, ship_by__lte=now)
