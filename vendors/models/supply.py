"""Supply lots: what households deliver to an operator at a fixed price, how it is packed, and what each is owed.

Grams are whole; prices are yuan per kilogram, the legal unit: a price per jin (500 g) doubles without a remainder.
"""

from decimal import Decimal

from django.db import models
from django.db.models import ExpressionWrapper, F, Q, Value
from django.db.models.functions import Round
from django.utils.translation import gettext_lazy as _

from households.models import Household
from places.models import Village
from vendors.models.accounts import Vendor

# Halves away from zero, as `common.money.rounded` does.
_PRICE_TIMES_WEIGHT = Round(
    ExpressionWrapper(
        F("price_per_kg") * F("grams") * Value(Decimal("0.001")),
        output_field=models.DecimalField(max_digits=20, decimal_places=10),
    ),
    precision=2,
)


class SupplyLot(models.Model):
    """One delivery of an operator's households. Its weights may be mended while it is a draft, never after.

    Source: design "Money", supply; domain.md 2.5: the households' income is this price, never the retail price.
    """

    class State(models.TextChoices):
        """Forward only: draft, received, paid; or dropped with a reason before anything was packed or paid."""

        DRAFT = "draft", _("草稿")
        RECEIVED = "received", _("已收货，待付款")
        PAID = "paid", _("已付款")
        VOID = "void", _("已作废")

    number = models.CharField(max_length=30, unique=True)
    operator = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="supply_lots")
    what = models.CharField(max_length=80)
    what_en = models.CharField(max_length=120, blank=True)
    price_per_kg = models.DecimalField(max_digits=8, decimal_places=2)
    # The sum of its shares.
    grams = models.PositiveIntegerField()
    # Price times weight, rounded to the fen once for the whole lot.
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    packed_g = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    entered_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "received", "paid", "void"]), name="supply_lot_state_is_known"
            ),
            models.CheckConstraint(condition=Q(grams__gt=0), name="supply_lot_weighs_something"),
            models.CheckConstraint(condition=Q(price_per_kg__gt=0), name="supply_lot_price_is_positive"),
            models.CheckConstraint(
                condition=Q(amount=_PRICE_TIMES_WEIGHT), name="supply_lot_amount_is_price_times_weight"
            ),
            models.CheckConstraint(
                condition=Q(packed_g__lte=F("grams")), name="supply_lot_is_packed_at_most_in_full"
            ),
            models.CheckConstraint(
                condition=Q(packed_g=0) | Q(state__in=["received", "paid"]),
                name="supply_lot_is_received_before_it_is_packed",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", received_at__isnull=True)
                | Q(state__in=["received", "paid"], received_at__isnull=False)
                | ~Q(state__in=["draft", "received", "paid"]),
                name="supply_lot_received_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="paid", paid_at__isnull=False)
                | (~Q(state="paid") & Q(paid_at__isnull=True)),
                name="supply_lot_paid_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="void") | ~Q(void_reason=""), name="supply_lot_void_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def left_g(self) -> int:
        """Grams not packed yet."""
        return self.grams - self.packed_g

    @property
    def price_per_500g(self) -> Decimal:
        """Yuan per jin, as people say it; half a fen may show."""
        return self.price_per_kg / 2


class SupplyShare(models.Model):
    """What one household delivered into a lot: its grams, and its part of the amount by weight."""

    lot = models.ForeignKey(SupplyLot, on_delete=models.PROTECT, related_name="shares")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="supply_shares")
    # Where the goods come from, as it was on that day.
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="supply_shares")
    grams = models.PositiveIntegerField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["lot", "household"], name="household_is_in_a_lot_once"),
            models.CheckConstraint(condition=Q(grams__gt=0), name="supply_share_weighs_something"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="supply_share_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} {self.household_id} {self.grams} g"


class SupplyPacking(models.Model):
    """So many packs put into stock from a lot. Append-only; what milling or drying loses is never packed."""

    lot = models.ForeignKey(SupplyLot, on_delete=models.PROTECT, related_name="packings")
    stockrecord = models.ForeignKey("partner.StockRecord", on_delete=models.PROTECT, related_name="packings")
    packs = models.PositiveIntegerField()
    pack_g = models.PositiveIntegerField()
    grams = models.PositiveIntegerField()
    packed_at = models.DateTimeField()
    actor_label = models.CharField(max_length=120)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(packs__gt=0, pack_g__gt=0), name="packing_packs_something"),
            models.CheckConstraint(
                condition=Q(grams=F("packs") * F("pack_g")), name="packing_weighs_its_packs"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lot_id} {self.packs} x {self.pack_g} g"
