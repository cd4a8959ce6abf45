"""What a household says: costs it had, unverified and never summed with the ledger, and entries it disputes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from households.models import Household
from income.models.ledger import IncomeEntry


class Cost(models.Model):
    """A cost that the household entered itself, in yuan. Unverified: it stands in no sum with the ledger.

    Taken back by a moment, never deleted.
    """

    class Kind(models.TextChoices):
        """What the money went for (domain.md 2.4, business expense)."""

        SEED = "seed", _("种子种苗")
        FERTILISER = "fertiliser", _("肥料农药")
        FEED = "feed", _("饲料鱼苗")
        PACKING = "packing", _("包装材料")
        FREIGHT = "freight", _("自付运费")
        LABOUR = "labour", _("请人工钱")
        MACHINE = "machine", _("机械水电")
        OTHER = "other", _("其他")

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="costs")
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    note = models.CharField(max_length=100, blank=True)
    # One press, one cost: the page's own key.
    submission = models.CharField(max_length=64)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=120)
    acted_for = models.CharField(max_length=120, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="cost_is_positive_yuan"),
            models.UniqueConstraint(fields=["household", "submission"], name="cost_is_entered_once"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | Q(taken_back_at__gte=F("entered_at")),
                name="cost_is_taken_back_after_it_was_entered",
            ),
        ]
        indexes = [models.Index(fields=["household", "on"], name="cost_by_household")]

    def __str__(self) -> str:
        return f"{self.household_id} {self.on} {self.amount}"


class CostSlip(models.Model):
    """The photo of a cost's slip, a JPEG without any data about a person or a place.

    It lies in the database, not with the photos of goods: those are served to everybody. Append-only.
    """

    cost = models.OneToOneField(Cost, on_delete=models.PROTECT, related_name="slip")
    jpeg = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(jpeg=b""), name="cost_slip_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.cost_id}"


class Dispute(models.Model):
    """A household says that an entry is wrong, and why; the office answers. The entry itself never changes."""

    entry = models.ForeignKey(IncomeEntry, on_delete=models.PROTECT, related_name="disputes")
    reason = models.CharField(max_length=300)
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=120)
    acted_for = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(answered_at__isnull=True),
                name="entry_is_disputed_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="dispute_says_why"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="", answered_by="")
                | (Q(answered_at__isnull=False) & ~Q(answer="") & ~Q(answered_by="")),
                name="dispute_is_answered_in_words_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.raised_at:%Y-%m-%d}"
