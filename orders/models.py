"""What was agreed when an order was placed. Companions of Oscar's order and order line."""

from datetime import timedelta
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from households.models import Household
from places.models import Area, Village
from vendors.models import Vendor


class Placement(models.Model):
    """An order as placed: its secret link, its address, what it costs, and where it stands.

    Money is in yuan. The totals never change after placing; refunds are rows of their own.
    """

    class State(models.TextChoices):
        """The order as a whole; each vendor order has its own state too."""

        AWAITING_PAYMENT = "awaiting_payment", _("待付款")
        OPEN = "open", _("进行中")
        COMPLETED = "completed", _("已完成")
        EXPIRED = "expired", _("超时未付款，已关闭")
        CANCELLED = "cancelled", _("已取消")

    class Method(models.TextChoices):
        """How the buyer pays: the codes of payments.gateways."""

        STRIPE = "stripe", _("在线支付（银行卡、支付宝、微信支付）")
        BANK_TRANSFER = "bank_transfer", _("银行转账")
        CASH_ON_DELIVERY = "cash_on_delivery", _("货到付款")

    order = models.OneToOneField(
        "order.Order", on_delete=models.PROTECT, primary_key=True, related_name="placement"
    )
    # Number of the order, repeated here so that lists need no join.
    number = models.CharField(max_length=20, unique=True)
    # The unguessable part of the order's link; who has it may see and confirm the order.
    token = models.CharField(max_length=43, unique=True)
    buyer = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )
    language = models.CharField(max_length=10)
    method = models.CharField(max_length=20, choices=Method.choices)
    state = models.CharField(max_length=20, choices=State.choices)
    goods_total = models.DecimalField(max_digits=12, decimal_places=2)
    freight_total = models.DecimalField(max_digits=12, decimal_places=2)
    total = models.DecimalField(max_digits=12, decimal_places=2)
    contact_name = models.CharField(max_length=40)
    mobile = models.CharField(max_length=11)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    # As sold: names of areas change, the label of an old order does not.
    area_text = models.CharField(max_length=120)
    address_detail = models.CharField(max_length=200)
    note = models.CharField(max_length=200, blank=True)
    placed_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["awaiting_payment", "open", "completed", "expired", "cancelled"]),
                name="order_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    total=F("goods_total") + F("freight_total"), goods_total__gt=0, freight_total__gte=0
                ),
                name="order_total_is_goods_and_freight",
            ),
            models.CheckConstraint(
                condition=Q(method__in=["stripe", "bank_transfer", "cash_on_delivery"]),
                name="order_method_is_known",
            ),
            models.CheckConstraint(
                condition=Q(method="cash_on_delivery", expires_at__isnull=True)
                | (~Q(method="cash_on_delivery") & Q(expires_at__isnull=False)),
                name="order_expires_unless_paid_on_delivery",
            ),
            models.CheckConstraint(
                condition=~Q(state="awaiting_payment") | Q(paid_at__isnull=True),
                name="order_awaiting_payment_is_not_paid",
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"], condition=Q(state="awaiting_payment"), name="order_waiting_to_expire"
            ),
            models.Index(fields=["buyer", "-order"], name="order_by_buyer"),
            models.Index(fields=["-placed_at"], name="order_by_time"),
        ]

    def __str__(self) -> str:
        return self.number


class SoldLine(models.Model):
    """A line as sold: title, price, unit and picture stay what they were, whatever becomes of the listing."""

    line = models.OneToOneField("order.Line", on_delete=models.PROTECT, primary_key=True, related_name="sold")
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="sold_lines")
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="sold_lines")
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, null=True, blank=True, related_name="sold_lines"
    )
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="sold_lines")
    stockrecord = models.ForeignKey(
        "partner.StockRecord", on_delete=models.PROTECT, related_name="sold_lines"
    )
    title = models.CharField(max_length=255)
    title_en = models.CharField(max_length=255)
    spec = models.CharField(max_length=40)
    spec_en = models.CharField(max_length=60)
    net_weight_g = models.PositiveIntegerField()
    picture = models.CharField(max_length=40)
    unit_price = models.DecimalField(max_digits=12, decimal_places=2)
    quantity = models.PositiveIntegerField()
    platform_discount = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    vendor_discount = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    # What the buyer pays for the line, in yuan.
    goods_amount = models.DecimalField(max_digits=12, decimal_places=2)
    packing_cost = models.DecimalField(max_digits=12, decimal_places=2)
    return_rule = models.CharField(max_length=20)
    claim_window = models.DurationField(default=timedelta(days=7))
    ship_within_hours = models.PositiveSmallIntegerField()
    returned_quantity = models.PositiveIntegerField(default=0)
    refunded_amount = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    goods_amount=F("unit_price") * F("quantity")
                    - F("platform_discount")
                    - F("vendor_discount")
                ),
                name="sold_line_amount_is_price_times_quantity_less_discounts",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, unit_price__gt=0, goods_amount__gte=0),
                name="sold_line_is_worth_something",
            ),
            models.CheckConstraint(
                condition=Q(platform_discount__gte=0, vendor_discount__gte=0),
                name="sold_line_discounts_are_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(returned_quantity__lte=F("quantity")), name="sold_line_comes_back_once"
            ),
            models.CheckConstraint(
                condition=Q(refunded_amount__gte=0, refunded_amount__lte=F("goods_amount")),
                name="sold_line_is_refunded_at_most_in_full",
            ),
            models.CheckConstraint(
                condition=~Q(return_rule="supported") | Q(claim_window__gte=timedelta(days=7)),
                name="sold_line_returnable_for_seven_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ×{self.quantity}"


class BasketOwner(models.Model):
    """Which open basket belongs to which person or browser: one each, held by the database."""

    basket = models.OneToOneField(
        "basket.Basket", on_delete=models.CASCADE, primary_key=True, related_name="ownership"
    )
    user = models.OneToOneField(
        "accounts.User", on_delete=models.CASCADE, null=True, blank=True, related_name="open_basket"
    )
    # Secret of an anonymous basket, kept in a cookie.
    key = models.CharField(max_length=43, unique=True, null=True, blank=True)
    # The submission that the next confirmation belongs to; a new one once it was used.
    merge_note = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(key__isnull=False), name="open_basket_has_an_owner"
            ),
        ]

    def __str__(self) -> str:
        return str(self.basket_id)
