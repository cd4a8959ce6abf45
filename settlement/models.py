"""What is owed for each vendor order, later adjustments, and payouts made by one and checked by another."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from fulfilment.models import RefundShare, VendorOrder
from orders.models import SoldLine
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


class Payout(models.Model):
    """Money paid to a vendor, in yuan: made by one person, checked by another, then paid or failed."""

    class State(models.TextChoices):
        """Forward only."""

        MADE = "made", _("待复核")
        CHECKED = "checked", _("已复核，待付款")
        PAID = "paid", _("已付款")
        FAILED = "failed", _("付款失败")

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="payouts")
    payee = models.ForeignKey(PayeeAccount, on_delete=models.PROTECT, related_name="payouts")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    state = models.CharField(max_length=10, choices=State.choices, default=State.MADE)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The day that income bears.
    ended_at = models.DateTimeField(null=True, blank=True)
    bank_reference = models.CharField(max_length=60, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payout_pays_something"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("made_by")),
                name="payout_is_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="made", checked_by__isnull=True, ended_at__isnull=True)
                | Q(
                    state="checked", checked_by__isnull=False, checked_at__isnull=False, ended_at__isnull=True
                )
                | Q(state="paid", checked_by__isnull=False, ended_at__isnull=False)
                | Q(state="failed", ended_at__isnull=False),
                name="payout_is_checked_before_it_is_paid",
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | ~Q(bank_reference=""), name="payout_paid_has_a_bank_reference"
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="payout_failed_says_why"
            ),
        ]

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


class SupplyPayment(models.Model):
    """What an operator pays for a whole lot, in yuan: made by one person, checked by another, then paid or failed.

    A failed one stays and may be followed by another; of the others a lot has one.
    """

    class State(models.TextChoices):
        """Forward only."""

        MADE = "made", _("待复核")
        CHECKED = "checked", _("已复核，待付款")
        PAID = "paid", _("已付款")
        FAILED = "failed", _("付款失败")

    lot = models.ForeignKey(SupplyLot, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    state = models.CharField(max_length=10, choices=State.choices, default=State.MADE)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The day that the households' income bears.
    ended_at = models.DateTimeField(null=True, blank=True)
    # Of the bank's list of transfers to the lot's households.
    bank_reference = models.CharField(max_length=60, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lot"], condition=~Q(state="failed"), name="supply_lot_is_paid_once"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="supply_payment_pays_something"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("made_by")),
                name="supply_payment_is_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state="made", checked_by__isnull=True, ended_at__isnull=True)
                | Q(
                    state="checked", checked_by__isnull=False, checked_at__isnull=False, ended_at__isnull=True
                )
                | Q(state="paid", checked_by__isnull=False, ended_at__isnull=False)
                | Q(state="failed", ended_at__isnull=False),
                name="supply_payment_is_checked_before_it_is_paid",
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | ~Q(bank_reference=""),
                name="supply_payment_paid_has_a_bank_reference",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="supply_payment_failed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} {self.amount} {self.state}"
