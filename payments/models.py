"""Attempts to pay, money received, money given back, notices, and the operator's list of problems."""

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PaymentAttempt(models.Model):
    """One try to pay an order through one gateway. Amounts in yuan.

    `received` and `refunded` let the database hold the limit of refunds: refunded ≤ received.
    """

    class State(models.TextChoices):
        """Only ever forward: a paid attempt is never anything else again."""

        OPEN = "open", _("待付款")
        PROCESSING = "processing", _("正在确认")
        PAID = "paid", _("已付款")
        CLOSED = "closed", _("已关闭")
        FAILED = "failed", _("未成功")

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="payment_attempts")
    # Cash is collected parcel by parcel: then the vendor order's number; otherwise empty, for the whole order.
    part = models.CharField(max_length=24, blank=True)
    gateway = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, default="CNY")
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    # The provider's session; empty until it was started.
    provider_ref = models.CharField(max_length=120, null=True, blank=True)
    redirect_url = models.CharField(max_length=600, blank=True)
    received = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    refunded = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal("0.00"))
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["order", "part"],
                condition=Q(state__in=["open", "processing"]),
                name="order_has_one_open_payment_attempt",
            ),
            models.UniqueConstraint(
                fields=["gateway", "provider_ref"], name="payment_session_belongs_to_one_attempt"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "processing", "paid", "closed", "failed"]),
                name="payment_attempt_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, currency="CNY"), name="payment_attempt_asks_for_positive_yuan"
            ),
            models.CheckConstraint(
                condition=Q(refunded__gte=0, refunded__lte=F("received")),
                name="payment_is_refunded_at_most_in_full",
            ),
            models.CheckConstraint(
                condition=Q(state="paid", received__gt=0) | (~Q(state="paid") & Q(received=0)),
                name="payment_attempt_is_paid_when_money_came",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.state}"


class Receipt(models.Model):
    """Money that arrived, in yuan. Append-only; the provider's reference is unique."""

    attempt = models.OneToOneField(PaymentAttempt, on_delete=models.PROTECT, related_name="receipt")
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="receipts")
    gateway = models.CharField(max_length=20)
    provider_ref = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, default="CNY")
    method = models.CharField(max_length=20, blank=True)
    # Day and time of payment as first learnt; repeated notices never move it.
    received_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gateway", "provider_ref"], name="receipt_is_booked_once"),
            models.CheckConstraint(
                condition=Q(amount__gt=0, currency="CNY"), name="receipt_is_positive_yuan"
            ),
        ]
        indexes = [
            models.Index(fields=["received_at"], name="receipt_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.provider_ref} {self.amount}"


class Refund(models.Model):
    """Money given back, in yuan. It is the buyer's from the moment the row is written.

    A refund that a provider fails stays owed: it is tried again or paid by hand, never dropped.
    """

    class State(models.TextChoices):
        """Where the money is."""

        PENDING = "pending", _("处理中")
        SUCCEEDED = "succeeded", _("已退款")
        FAILED = "failed", _("未成功，待处理")

    class Kind(models.TextChoices):
        """Why."""

        GOODS = "goods", _("售后退款")
        CANCELLED = "cancelled", _("取消订单退款")
        UNPLACED = "unplaced", _("付款未能成单，原路退回")
        SHORT = "short", _("少重退差价")

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="refunds")
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="refunds")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    reason = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    # By hand: transfer and cash; the operator records when it was paid.
    is_manual = models.BooleanField()
    provider_ref = models.CharField(max_length=120, blank=True)
    failure = models.CharField(max_length=200, blank=True)
    # When the provider was last asked: what is pending for long is asked about less often.
    asked_at = models.DateTimeField(null=True, blank=True)
    requested_by = models.CharField(max_length=120)
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_gives_something_back"),
            models.CheckConstraint(
                condition=Q(state="succeeded", finished_at__isnull=False)
                | (Q(state__in=["pending", "failed"]) & Q(finished_at__isnull=True)),
                name="refund_has_a_day_when_done",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="refund_states_its_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.amount} {self.state}"


class ProviderEvent(models.Model):
    """A notice, stored once: what it is about, and nothing that describes the buyer.

    What it says is never believed: the object is fetched afresh.
    """

    class State(models.TextChoices):
        """What became of it."""

        NEW = "new", _("待处理")
        DONE = "done", _("已处理")
        ODD = "odd", _("异常")

    gateway = models.CharField(max_length=20)
    event_id = models.CharField(max_length=120)
    kind = models.CharField(max_length=60)
    # The object it is about, of whatever kind; the next two only for what is fetched afresh.
    about_ref = models.CharField(max_length=120, blank=True)
    object_ref = models.CharField(max_length=120, blank=True)
    refund_ref = models.CharField(max_length=120, blank=True)
    attempt_key = models.UUIDField(null=True, blank=True)
    is_live = models.BooleanField()
    stamped_at = models.DateTimeField()
    received_at = models.DateTimeField()
    state = models.CharField(max_length=5, choices=State.choices, default=State.NEW)
    remark = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gateway", "event_id"], name="notice_is_stored_once"),
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(state="new"), name="notice_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.event_id} {self.kind}"


class Problem(models.Model):
    """A line on the operator's list: money or messages that need a person."""

    class Kind(models.TextChoices):
        """What went differently."""

        AMOUNT_MISMATCH = "amount_mismatch", _("到账金额与订单不符")
        UNKNOWN_ORDER = "unknown_order", _("通知中的订单不存在")
        LATE_PAYMENT = "late_payment", _("订单关闭后到账，已退款")
        SECOND_PAYMENT = "second_payment", _("重复付款，已退款")
        REFUND_FAILED = "refund_failed", _("退款未成功")
        CASH_MISSING = "cash_missing", _("货到付款款项未登记")
        GATEWAY_SILENT = "gateway_silent", _("支付平台长时间无应答")
        CANNOT_SEND = "cannot_send", _("卖家说发不了货")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    order = models.ForeignKey(
        "order.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # One line per cause, however often it comes again.
    dedupe_key = models.CharField(max_length=160, unique=True)
    text = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=120, blank=True)
    closing_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closing_note=""),
                name="problem_is_closed_with_a_note",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.dedupe_key}"
