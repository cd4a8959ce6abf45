"""What an order's page tells: where it stands, what happens next, what can be done now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from flow.cancel import may_cancel_late
from fulfilment.models import Parcel, VendorOrder
from orders.models import Placement, SoldLine
from payments.models import PaymentAttempt, Refund
from payments.services.attempts import OPEN_STATES

State = VendorOrder.State
NEXT: dict[str, Promise] = {
    State.AWAITING_PAYMENT: _("付款后农户开始备货。"),
    State.TO_PACK: _("农户正在备货，会在承诺时间前发出。"),
    State.PACKED: _("已打包，等快递员来取。"),
    State.SHIPPED: _("在路上了。收到货后请点“确认收货”。"),
    State.RECEIVED: _("已收货。有坏果请在售后期内联系客服。"),
    State.COMPLETED: _("已完成，谢谢您的惠顾。"),
    State.CANCELLED: _("这部分已取消。"),
}

LATE = _("农户还没有发货。您可以再等等，也可以取消这部分。")


@dataclass(frozen=True, slots=True)
class PartView:
    """One vendor's part of the order."""

    part: VendorOrder
    shop_name: str
    lines: Sequence[SoldLine]
    parcels: Sequence[Parcel]
    next: Promise
    may_confirm: bool
    may_cancel_late: bool
    # What the carrier collects for this parcel, in yuan; nothing where it is collected or never will be.
    to_pay: Decimal | None
    is_cash_paid: bool


@dataclass(frozen=True, slots=True)
class OrderView:
    """The order with all its parts. Five statements."""

    placement: Placement
    parts: Sequence[PartView]
    refunds: Sequence[Refund]
    is_processing: bool
    waits_for_payment: bool
    refunded: Decimal


def order_view(placement: Placement, *, language: str, now: datetime) -> OrderView:
    """Everything the page shows."""
    lines: dict[int, list[SoldLine]] = {}
    for line in SoldLine.objects.filter(order_id=placement.pk).order_by("pk"):
        lines.setdefault(line.vendor_id, []).append(line)
    parcels: dict[int, list[Parcel]] = {}
    for parcel in Parcel.objects.filter(vendor_order__order_id=placement.pk).order_by("pk"):
        parcels.setdefault(parcel.vendor_order_id, []).append(parcel)
    rows = list(VendorOrder.objects.filter(order_id=placement.pk).select_related("vendor").order_by("pk"))
    late = {row.pk for row in rows if may_cancel_late(row, now=now)}
    refunds = list(Refund.objects.filter(order_id=placement.pk).order_by("pk"))
    paying = set(PaymentAttempt.objects.filter(order_id=placement.pk).values_list("part", "state"))
    is_open = placement.state == Placement.State.AWAITING_PAYMENT
    return OrderView(
        placement=placement,
        parts=[
            PartView(
                part=row,
                shop_name=row.vendor.shop_name_en
                if language == "en" and row.vendor.shop_name_en
                else row.vendor.shop_name,
                lines=lines.get(row.vendor_id, []),
                parcels=parcels.get(row.pk, []),
                next=LATE if row.pk in late else NEXT[row.state],
                may_confirm=row.state == State.SHIPPED,
                may_cancel_late=row.pk in late,
                to_pay=row.kept if any((row.number, state) in paying for state in OPEN_STATES) else None,
                is_cash_paid=(row.number, PaymentAttempt.State.PAID) in paying,
            )
            for row in rows
        ],
        refunds=refunds,
        is_processing=is_open and ("", PaymentAttempt.State.PROCESSING) in paying,
        waits_for_payment=is_open and placement.expires_at is not None and placement.expires_at > now,
        refunded=sum((refund.amount for refund in refunds), Decimal("0.00")),
    )
