"""Licences, registrations and filings of a vendor, each with its number and its days."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vendors.models.accounts import Vendor


class VendorPaper(models.Model):
    """One paper. Renewed by a row of its own; withdrawn by a day, never deleted. Which class asks which: catalog."""

    class Kind(models.TextChoices):
        """Papers that food needs (Food Safety Law art. 35, 36; domain.md 4.4)."""

        FOOD_PRODUCTION = "food_production", _("食品生产许可证")
        WORKSHOP = "workshop", _("食品小作坊登记证")
        FOOD_BUSINESS = "food_business", _("食品经营许可证")
        PREPACKAGED_FILING = "prepackaged_filing", _("仅销售预包装食品备案")

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.CharField(max_length=40)
    valid_from = models.DateField()
    # The last day on which it counts.
    valid_until = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=120)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawal_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["vendor", "kind", "valid_until"]
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "kind", "number", "valid_until"], name="paper_is_recorded_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["food_production", "workshop", "food_business", "prepackaged_filing"]),
                name="paper_kind_is_known",
            ),
            models.CheckConstraint(condition=~Q(number=""), name="paper_has_a_number"),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="paper_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawal_reason=""),
                name="paper_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.kind} {self.number}"
