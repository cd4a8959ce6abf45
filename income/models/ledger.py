"""The household income ledger. Entries are added and never changed; the database refuses anything else."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fulfilment.models import VendorOrder
from households.models import Household
from orders.models import SoldLine
from settlement.models import Adjustment, PayoutItem, SupplyPayment
from vendors.models import SupplyShare


class IncomeEntry(models.Model):
    """One posting to a household's record, in yuan, on the day the money arrived (or the refund was booked).

    Source: design "Money"; domain.md 2.5. An entry of own sales names the order line and the payout or
    adjustment it comes from; one of supply names the household's share of a lot and the lot's payment. A source is
    posted once.
    """

    class Account(models.TextChoices):
        """Lines of the income record (domain.md 2.4)."""

        BUSINESS_INCOME = "business_income", _("生产经营性收入")
        BUSINESS_EXPENSE = "business_expense", _("生产经营性支出")

    class Kind(models.TextChoices):
        """What the posting stands for."""

        OWN_SALE = "own_sale", _("自产销售")
        FREIGHT = "freight", _("运费")
        FEE = "fee", _("平台服务费")
        REFUND = "refund", _("退款")
        SUPPLY = "supply", _("供货收入")

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="income_entries")
    on = models.DateField()
    month = models.DateField()
    income_year = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=20, choices=Account.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    vendor_order = models.ForeignKey(
        VendorOrder, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    sold_line = models.ForeignKey(
        SoldLine, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    payout_item = models.ForeignKey(
        PayoutItem, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    adjustment = models.ForeignKey(
        Adjustment, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    supply_share = models.ForeignKey(
        SupplyShare, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    supply_payment = models.ForeignKey(
        SupplyPayment, on_delete=models.PROTECT, null=True, blank=True, related_name="income_entries"
    )
    source = models.CharField(max_length=80)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source"], name="income_is_posted_once_for_a_source"),
            models.CheckConstraint(condition=~Q(amount=0), name="income_entry_is_not_zero"),
            models.CheckConstraint(
                condition=Q(kind="refund", amount__lt=0, adjustment__isnull=False, vendor_order__isnull=False)
                | Q(kind="supply", amount__gt=0)
                | (
                    Q(kind__in=["own_sale", "freight", "fee"])
                    & Q(amount__gt=0, payout_item__isnull=False, vendor_order__isnull=False)
                )
                # Freight given back after it was paid out, borne by the household.
                | Q(
                    kind="freight",
                    account="business_expense",
                    amount__gt=0,
                    adjustment__isnull=False,
                    vendor_order__isnull=False,
                ),
                name="income_entry_names_what_it_comes_from",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind="supply",
                    account="business_income",
                    supply_share__isnull=False,
                    supply_payment__isnull=False,
                    vendor_order__isnull=True,
                    sold_line__isnull=True,
                    payout_item__isnull=True,
                    adjustment__isnull=True,
                )
                | (~Q(kind="supply") & Q(supply_share__isnull=True, supply_payment__isnull=True)),
                name="income_of_supply_names_its_share_and_payment_only",
            ),
            models.CheckConstraint(
                condition=Q(account__in=["business_income", "business_expense"]),
                name="income_account_is_known",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="income_month_is_its_first_day"),
        ]
        indexes = [
            models.Index(fields=["household", "on", "id"], name="income_by_household"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.on} {self.account} {self.amount}"


class IncomeMonth(models.Model):
    """Roll-up of a household's entries of one month, in yuan. Kept in the posting's own transaction."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="income_months")
    month = models.DateField()
    income_year = models.PositiveSmallIntegerField()
    income = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal("0.00"))
    expense = models.DecimalField(max_digits=14, decimal_places=2, default=Decimal("0.00"))
    entries = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "month"], name="income_month_is_one_row_a_household"
            ),
        ]
        indexes = [models.Index(fields=["income_year", "household"], name="income_month_by_year")]

    def __str__(self) -> str:
        return f"{self.household_id} {self.month:%Y-%m} {self.income}"
