"""What is owed for each vendor order, later adjustments, and payouts made by one and checked by another."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from fulfilment.models import RefundShare, VendorOrder
from orders.models import SoldLine
from settlement.four_eyes import CheckedPayment, constraints_of
from vendors.models import PayeeAccount, SupplyLot, Vendor


class Settlement(models.Model):
    """Goods + freight − fee − refunds borne by the vendor = due, in yuan. Made once, never edited."""

    vendor_order = models.OneToOneField(VendorOrder, on_delete=models.PROTECT, related_name="settlement")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="settlements")
    goods = models.DecimalField(max_digits=12, decimal_places=2)
    freight = models.DecimalField(max_digits=12, decimal_places=2)
    fee = models.DecimalField(max_digits=12, decimal_places=2)
    # Refunds before settling: those the vendor bears lower what is due, the others do not.
    refunds_borne = models.DecimalField(max_digits=12, decimal_places=2)
    refunds_of_others = models.DecimalField(max_digits=12, decimal_places=2)
    due = models.DecimalField(max_digits=12, decimal_places=2)
    settled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due=F("goods") + F("freight") - F("fee") - F("refunds_borne")),
                name="settlement_due_is_goods_and_freight_less_fee_and_refunds",
            ),
            models.CheckConstraint(
                condition=Q(
                    goods__gte=0,
                    freight__gte=0,
                    fee__gte=0,
                    refunds_borne__gte=0,
                    refunds_of_others__gte=0,
                    due__gte=0,
                ),
                name="settlement_has_no_negative_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_order_id} {self.due}"


class SettlementLine(models.Model):
    """What one sold line brings: goods kept and the fee on it. The lines sum to the settlement. Append-only."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="lines")
    sold_line = models.OneToOneField(SoldLine, on_delete=models.PROTECT, related_name="settled_in")
    goods_kept = models.DecimalField(max_digits=12, decimal_places=2)
    fee = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(goods_kept__gte=0, fee__gte=0, fee__lte=F("goods_kept")),
                name="settlement_line_fee_is_part_of_the_goods",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.settlement_id} {self.goods_kept}"


class Adjustment(models.Model):
    """A refund share that came after its settlement. Append-only; `amount` is what the vendor bears, ≤ 0."""

    refund_share = models.OneToOneField(RefundShare, on_delete=models.PROTECT, related_name="adjustment")
    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="adjustments")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="adjustments")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    borne_by_others = models.DecimalField(max_digits=12, decimal_places=2)
    booked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__lt=0, borne_by_others=0) | Q(amount=0, borne_by_others__gt=0),
                name="adjustment_is_borne_by_one_side",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.settlement_id} {self.amount}"


class Payout(CheckedPayment):
    """Money paid to a vendor."""

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="payouts")
    payee = models.ForeignKey(PayeeAccount, on_delete=models.PROTECT, related_name="payouts")

    class Meta:
        constraints = constraints_of("payout")

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.amount} {self.state}"


class PayoutItem(models.Model):
    """A settlement or an adjustment inside a payout. In one live payout at most; a failed payout frees it."""

    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="items")
    settlement = models.ForeignKey(
        Settlement, on_delete=models.PROTECT, null=True, blank=True, related_name="payout_items"
    )
    adjustment = models.ForeignKey(
        Adjustment, on_delete=models.PROTECT, null=True, blank=True, related_name="payout_items"
    )
    amount = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    is_live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settlement__isnull=False, adjustment__isnull=True)
                | Q(settlement__isnull=True, adjustment__isnull=False),
                name="payout_item_is_a_settlement_or_an_adjustment",
            ),
            models.UniqueConstraint(
                fields=["settlement"], condition=Q(is_live=True), name="settlement_is_paid_out_once"
            ),
            models.UniqueConstraint(
                fields=["adjustment"], condition=Q(is_live=True), name="adjustment_is_paid_out_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payout_id} {self.amount}"


class SupplyPayment(CheckedPayment):
    """What an operator pays for a whole lot. Its bank reference is that of the list of transfers to the households.

    A failed one stays and may be followed by another; of the others a lot has one.
    """

    lot = models.ForeignKey(SupplyLot, on_delete=models.PROTECT, related_name="payments")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lot"], condition=~Q(state="failed"), name="supply_lot_is_paid_once"
            ),
            *constraints_of("supply_payment"),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} {self.amount} {self.state}"
