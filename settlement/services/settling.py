"""Settles a completed vendor order, once; books what comes later as adjustments."""

from collections.abc import Sequence
from datetime import datetime

from common.money import ZERO, total
from fulfilment.models import RefundShare, VendorOrder
from fulfilment.services.vendor_orders import sold_lines
from settlement.models import Adjustment, Settlement, SettlementLine
from settlement.take_home import fee_of_line

HOUSEHOLD = RefundShare.BorneBy.HOUSEHOLD


def settle(*, vendor_order: VendorOrder, now: datetime) -> Settlement:
    """Goods + freight − fee − refunds the vendor bears = due. The vendor order is locked by the caller.

    Raises:
        IntegrityError: it was settled before.
    """
    shares = list(RefundShare.objects.filter(vendor_order=vendor_order))
    borne = [share for share in shares if share.borne_by == HOUSEHOLD]
    lines = []
    for line in sold_lines(vendor_order):
        kept = line.goods_amount - total([share.amount for share in borne if share.sold_line_id == line.pk])
        fee = fee_of_line(unit_price=line.unit_price, quantity=line.quantity, kept=kept)
        lines.append(SettlementLine(sold_line=line, goods_kept=kept, fee=fee))
    fee = total([line.fee for line in lines])
    refunds_borne = total([share.amount for share in borne])
    settlement = Settlement.objects.create(
        vendor_order=vendor_order,
        vendor_id=vendor_order.vendor_id,
        goods=vendor_order.goods_amount,
        freight=vendor_order.freight_amount,
        fee=fee,
        refunds_borne=refunds_borne,
        refunds_of_others=total([share.amount for share in shares]) - refunds_borne,
        due=vendor_order.goods_amount + vendor_order.freight_amount - fee - refunds_borne,
        settled_at=now,
    )
    for made in lines:
        made.settlement = settlement
    SettlementLine.objects.bulk_create(lines)
    return settlement


def adjust(*, settlement: Settlement, shares: Sequence[RefundShare], now: datetime) -> list[Adjustment]:
    """Refund shares after settling: a row of its own each; the settlement stays as it was."""
    return Adjustment.objects.bulk_create(
        [
            Adjustment(
                refund_share=share,
                settlement=settlement,
                vendor_id=settlement.vendor_id,
                amount=-share.amount if share.borne_by == HOUSEHOLD else ZERO,
                borne_by_others=ZERO if share.borne_by == HOUSEHOLD else share.amount,
                booked_at=now,
            )
            for share in shares
        ]
    )
