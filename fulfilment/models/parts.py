"""The part of an order that one vendor packs; its parcels; the shares of refunds that fall on it."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from orders.models import SoldLine
from payments.models import Refund
from places.models import Town, Village
from vendors.models import Vendor


class VendorOrder(models.Model):
    """One vendor's part of an order: goods and freight, in yuan, and its way to the buyer."""

    class State(models.TextChoices):
        """Forward only; cancelled ends it before it was received."""

        AWAITING_PAYMENT = "awaiting_payment", _("待付款")
        TO_PACK = "to_pack", _("待发货")
        PACKED = "packed", _("已打包")
        SHIPPED = "shipped", _("待收货")
        RECEIVED = "received", _("已收货")
        COMPLETED = "completed", _("已完成")
        CANCELLED = "cancelled", _("已取消")

    # Paid for or to be paid at the door, and still in the house; and what has left it.
    TO_SEND: ClassVar = (State.TO_PACK, State.PACKED)
    SENT: ClassVar = (State.SHIPPED, State.RECEIVED, State.COMPLETED)

    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="vendor_orders")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="vendor_orders")
    number = models.CharField(max_length=24, unique=True)
    state = models.CharField(max_length=20, choices=State.choices)
    goods_amount = models.DecimalField(max_digits=12, decimal_places=2)
    freight_amount = models.DecimalField(max_digits=12, decimal_places=2)
    goods_refunded = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    freight_refunded = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    # Promised dispatch; known once the order is to be packed.
    ship_by = models.DateTimeField(null=True, blank=True)
    packed_at = models.DateTimeField(null=True, blank=True)
    shipped_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.CharField(max_length=10, blank=True)
    claim_until = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "vendor"], name="vendor_has_one_part_of_an_order"),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "awaiting_payment",
                        "to_pack",
                        "packed",
                        "shipped",
                        "received",
                        "completed",
                        "cancelled",
                    ]
                ),
                name="vendor_order_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(goods_amount__gt=0, freight_amount__gte=0), name="vendor_order_has_goods"
            ),
            models.CheckConstraint(
                condition=Q(goods_refunded__gte=0, goods_refunded__lte=F("goods_amount")),
                name="vendor_order_goods_refunded_at_most_in_full",
            ),
            models.CheckConstraint(
                condition=Q(freight_refunded__gte=0, freight_refunded__lte=F("freight_amount")),
                name="vendor_order_freight_refunded_at_most_in_full",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["shipped", "received", "completed"]) | Q(shipped_at__isnull=False),
                name="vendor_order_on_its_way_was_shipped",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["received", "completed"])
                | Q(received_at__isnull=False, claim_until__isnull=False),
                name="vendor_order_received_has_a_claim_window",
            ),
            models.CheckConstraint(
                condition=~Q(state="completed")
                | Q(completed_at__isnull=False, completed_at__gte=F("claim_until")),
                name="vendor_order_completes_after_its_claim_window",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | Q(cancelled_at__isnull=False),
                name="vendor_order_cancelled_has_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["vendor", "-id"], name="vendor_order_by_vendor"),
            models.Index(fields=["shipped_at"], condition=Q(state="shipped"), name="vendor_order_on_its_way"),
            models.Index(
                fields=["claim_until"], condition=Q(state="received"), name="vendor_order_in_claim_window"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def total(self) -> Decimal:
        """Goods and freight, in yuan."""
        return self.goods_amount + self.freight_amount

    @property
    def kept(self) -> Decimal:
        """What of the buyer's money stays after refunds, in yuan."""
        return self.total - self.goods_refunded - self.freight_refunded


class VendorOrderLine(models.Model):
    """Which sold lines a vendor order packs; each line exactly once."""

    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.PROTECT, related_name="lines")
    sold_line = models.OneToOneField(SoldLine, on_delete=models.PROTECT, related_name="packed_in")
    # Net weight of the whole line as weighed, in grams; empty where nobody weighed and it goes as sold.
    packed_g = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(packed_g__isnull=True) | Q(packed_g__gt=0), name="packed_line_weighs_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_order_id} {self.sold_line_id}"


class Parcel(models.Model):
    """A parcel on its way, by carrier and waybill."""

    class Carrier(models.TextChoices):
        """Carriers that collect in Wuchuan."""

        EMS = "ems", _("邮政EMS")
        SF = "sf", _("顺丰速运")
        ZTO = "zto", _("中通快递")
        YTO = "yto", _("圆通速递")
        YUNDA = "yunda", _("韵达快递")
        JTSD = "jtsd", _("极兔速递")
        JD = "jd", _("京东快递")
        OTHER = "other", _("其他")

    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.PROTECT, related_name="parcels")
    carrier = models.CharField(max_length=10, choices=Carrier.choices)
    waybill = models.CharField(max_length=40)
    shipped_at = models.DateTimeField()
    shipped_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["carrier", "waybill"], name="waybill_belongs_to_one_parcel"),
            models.CheckConstraint(
                condition=Q(waybill__regex=r"^[0-9A-Za-z\-]{6,40}$"), name="waybill_has_a_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.waybill}"


class RefundShare(models.Model):
    """The part of a refund that falls on one line of one vendor order, or on its freight. Append-only."""

    class BorneBy(models.TextChoices):
        """Who pays for it in the end; only the household's share lowers its income."""

        HOUSEHOLD = "household", _("卖家")
        OPERATOR = "operator", _("运营方")
        CARRIER = "carrier", _("承运方")
        PLATFORM = "platform", _("平台")

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="shares")
    vendor_order = models.ForeignKey(VendorOrder, on_delete=models.PROTECT, related_name="refund_shares")
    # Empty: the share falls on the freight.
    sold_line = models.ForeignKey(
        SoldLine, on_delete=models.PROTECT, null=True, blank=True, related_name="refund_shares"
    )
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    borne_by = models.CharField(max_length=10, choices=BorneBy.choices)
    returned_quantity = models.PositiveIntegerField(default=0)
    booked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["refund", "vendor_order", "sold_line"],
                nulls_distinct=False,
                name="refund_falls_on_a_line_once",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_share_is_positive"),
            models.CheckConstraint(
                condition=Q(borne_by__in=["household", "operator", "carrier", "platform"]),
                name="refund_share_is_borne_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(sold_line__isnull=False) | Q(returned_quantity=0), name="freight_is_not_put_back"
            ),
        ]
        indexes = [
            models.Index(
                fields=["booked_at"], condition=Q(sold_line__isnull=False), name="refund_of_goods_by_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_order_id} -{self.amount} {self.borne_by}"


class SalesDay(models.Model):
    """Roll-up: what one vendor's goods brought on one Shanghai day. Kept in step by flow, rebuilt by command.

    Yuan, goods only. Sold counts on the day the money arrived, a refund on the day it was booked.
    """

    day = models.DateField()
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="+")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="+")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="+")
    orders = models.PositiveIntegerField(default=0)
    sold = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal("0.00"))
    refunded = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal("0.00"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "vendor"], name="sales_day_is_one_row_a_vendor"),
        ]
        indexes = [
            models.Index(fields=["town", "day"], name="sales_day_by_town"),
            models.Index(fields=["village", "day"], name="sales_day_by_village"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.vendor_id} {self.sold}"
