"""What happened to stock, and what of it is held."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vendors.models.supply import SupplyPacking


class StockMovement(models.Model):
    """What came in, was sold or lost. Append-only; one movement per kind and source.

    On hand = received + returned − sold − lost, proved by `make prove`.
    """

    class Kind(models.TextChoices):
        """Why stock on hand changed."""

        RECEIVED = "received", _("入库")
        SOLD = "sold", _("售出")
        RETURNED = "returned", _("退回")
        LOST = "lost", _("损耗")

    stockrecord = models.ForeignKey("partner.StockRecord", on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    quantity = models.PositiveIntegerField()
    source = models.CharField(max_length=80)
    # What a lot-sold product receives names the packing it comes from; see vendors.models.supply.
    packing = models.OneToOneField(
        SupplyPacking, on_delete=models.PROTECT, null=True, blank=True, related_name="movement"
    )
    at = models.DateTimeField()
    actor_label = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(packing__isnull=True) | Q(kind="received"), name="stock_from_a_lot_is_received"
            ),
            models.UniqueConstraint(
                fields=["stockrecord", "kind", "source"], name="stock_movement_has_one_source"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="stock_movement_moves_something"),
        ]

    def __str__(self) -> str:
        return f"{self.stockrecord_id} {self.kind} {self.quantity}"


class StockHold(models.Model):
    """Steps of a product held for one order. Each held step is taken or given back once."""

    stockrecord = models.ForeignKey("partner.StockRecord", on_delete=models.PROTECT, related_name="holds")
    source = models.CharField(max_length=80)
    quantity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    released = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "stockrecord"], name="stock_is_held_once_for_a_source"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="stock_hold_holds_something"),
            models.CheckConstraint(
                condition=Q(quantity__gte=F("taken") + F("released")), name="stock_hold_ends_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.quantity}"
