"""The operator gives money back: by line or amount, with a reason, and with who bears it."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from common.money import ZERO, total
from flow.ending import goods_go_home, part_is_over
from flow.holds import put_back
from flow.settle import receipt_of
from flow.telling import tell_buyer
from fulfilment.locks import lock_vendor_order
from fulfilment.models import RefundShare, VendorOrder
from fulfilment.services.sales import count_refund
from fulfilment.services.shares import LineShare, book_shares, divided
from income.services.posting import post_adjustments
from orders.locks import lock_placement
from orders.models import Placement
from payments.gateways.registry import gateway
from payments.locks import lock_attempt_of
from payments.models import Refund
from payments.services.refunds import open_refund
from settlement.models import Payout, Settlement
from settlement.services.settling import adjust


def refund_lines(
    *,
    vendor_order: VendorOrder,
    lines: Sequence[LineShare],
    freight: Decimal,
    reason: str,
    borne_by: str,
    actor: Actor,
    kind: Refund.Kind = Refund.Kind.GOODS,
    is_told: bool = False,
    now: datetime,
) -> Refund:
    """Gives back so much of each line and of the freight, before or after settlement and payout.

    `is_told` when another message of the same step tells the buyer.

    Raises:
        DomainError: nothing to give back, no reason, no money received, or more than is left.
    """
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        refund = _refund(placement, vendor_order.pk, lines, freight, reason, borne_by, actor, kind, now)
        if not is_told:
            _tell(placement, vendor_order, refund, now=now)
        return refund


def refund_amount(
    *, vendor_order: VendorOrder, amount: Decimal, reason: str, borne_by: str, actor: Actor, now: datetime
) -> Refund:
    """Gives back an amount, divided over the goods by what is left of each; only then the freight."""
    with transaction.atomic():
        placement = lock_placement(vendor_order.order_id)
        fresh = VendorOrder.objects.get(pk=vendor_order.pk)
        lines, freight = divided(fresh, amount)
        refund = _refund(
            placement, vendor_order.pk, lines, freight, reason, borne_by, actor, Refund.Kind.GOODS, now
        )
        _tell(placement, vendor_order, refund, now=now)
        return refund


def _refund(  # noqa: PLR0917  the two public verbs above pass on what they were given
    placement: Placement,
    vendor_order_id: int,
    lines: Sequence[LineShare],
    freight: Decimal,
    reason: str,
    borne_by: str,
    actor: Actor,
    kind: Refund.Kind,
    now: datetime,
) -> Refund:
    amount = total([line.amount for line in lines]) + freight
    if (
        amount <= ZERO
        or freight < ZERO
        or any(line.amount < ZERO or line.returned_quantity < 0 for line in lines)
    ):
        raise DomainError(_("请填写大于零的退款金额。"), code="nothing_to_refund")
    fresh = VendorOrder.objects.get(pk=vendor_order_id)
    receipt = receipt_of(fresh)
    if receipt is None:
        raise DomainError(_("这份订单还没有收到款项，不能退款。"), code="not_paid")
    lock_attempt_of(receipt)
    vendor_order = lock_vendor_order(vendor_order_id)
    refund = open_refund(
        receipt=receipt,
        amount=amount,
        kind=kind,
        reason=reason,
        is_manual=not gateway(receipt.gateway).capabilities().refunds_by_api,
        requested_by=actor.label,
        now=now,
    )
    shares = book_shares(
        refund=refund, vendor_order=vendor_order, lines=lines, freight=freight, borne_by=borne_by, now=now
    )
    put_back(placement, vendor_order, lines, source=f"refund:{refund.key}", actor=actor, now=now)
    # After the stock: whoever opens an order again locks its goods first and its sales day last.
    count_refund(vendor_order, goods=total([line.amount for line in lines]), booked_at=now)
    _after_settlement(vendor_order, shares, now=now)
    if kind == Refund.Kind.GOODS and vendor_order.kept == ZERO and vendor_order.state in VendorOrder.TO_SEND:
        # All of it is given back, so nothing is to be sent any more.
        goods_go_home(placement, vendor_order, actor=actor, now=now)
        part_is_over(placement, vendor_order, reason=reason, actor=actor, now=now)
    record(
        actor=actor,
        action="refund",
        object_kind="vendor_order",
        object_id=vendor_order.number,
        now=now,
        reason=reason,
        detail={"amount": str(amount), "borne_by": borne_by},
    )
    return refund


def _tell(placement: Placement, vendor_order: VendorOrder, refund: Refund, *, now: datetime) -> None:
    tell_buyer(
        placement,
        "refunded",
        about=vendor_order.number,
        now=now,
        values={"amount": str(refund.amount)},
        once=f"refunded:{refund.key}",
    )


def _after_settlement(vendor_order: VendorOrder, shares: list[RefundShare], *, now: datetime) -> None:
    settlement = Settlement.objects.filter(vendor_order=vendor_order).first()
    if settlement is None:
        return
    adjustments = adjust(settlement=settlement, shares=shares, now=now)
    is_paid = settlement.payout_items.filter(payout__state=Payout.State.PAID).exists()
    household_id = vendor_order.vendor.household_id
    if is_paid and household_id is not None:
        post_adjustments(adjustments, household_id=household_id, now=now)
