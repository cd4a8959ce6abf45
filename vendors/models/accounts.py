"""Vendors, their people, and the account that is paid."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.encryption import EncryptedText
from households.models import Consent, Household, Member
from places.models import Village


class Vendor(models.Model):
    """Who sells: a household, or an operator that sells for several. Companion of Oscar's partner."""

    class Kind(models.TextChoices):
        """Seller of record (domain.md 7: vendor_kind)."""

        HOUSEHOLD = "household", _("农户")
        COOPERATIVE = "cooperative", _("专业合作社")
        LEAD_ENTERPRISE = "lead_enterprise", _("龙头企业")
        FAMILY_FARM = "family_farm", _("家庭农场")
        TOWN_COMPANY = "town_company", _("镇属企业")

    class State(models.TextChoices):
        """Changed by explicit acts only (vendors.services.joining); a trigger asks for the `VendorStep` of each."""

        INVITED = "invited", _("待入驻")
        IN_REVIEW = "in_review", _("审核中")
        OPEN = "open", _("营业中")
        PAUSED = "paused", _("暂停营业")
        STOPPED = "stopped", _("已停止")

    partner = models.OneToOneField("partner.Partner", on_delete=models.PROTECT, related_name="vendor")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    household = models.OneToOneField(
        Household, on_delete=models.PROTECT, null=True, blank=True, related_name="vendor"
    )
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="vendors")
    # The public name of the shop; never a statement about the household.
    shop_name = models.CharField(max_length=60)
    shop_name_en = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    # Declaration that what is sold is the household's own produce, which needs no licence (E-commerce Law art. 10).
    self_produced_declared_on = models.DateField(null=True, blank=True)
    licence_no = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    # The day on which a paused shop opens again.
    paused_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="household", household__isnull=False)
                | (~Q(kind="household") & Q(household__isnull=True)),
                name="vendor_household_is_set_for_households_only",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["invited", "in_review", "open", "paused", "stopped"]),
                name="vendor_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state="paused", paused_until__isnull=False)
                | (~Q(state="paused") & Q(paused_until__isnull=True)),
                name="vendor_is_paused_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["invited", "in_review", "stopped"]) | Q(opened_at__isnull=False),
                name="vendor_that_sells_was_opened",
            ),
            models.CheckConstraint(
                condition=Q(kind="household", self_produced_declared_on__isnull=False)
                # Not declared yet: it was only invited.
                | Q(kind="household", state__in=["invited", "stopped"])
                | (~Q(kind="household") & ~Q(licence_no="")),
                name="vendor_is_exempt_or_licensed",
            ),
        ]

    def __str__(self) -> str:
        return self.shop_name


class VendorMember(models.Model):
    """A person who may act for the vendor: a member of the household, a helper by its consent, or operator's staff."""

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="vendor_memberships")
    # Whom of the household the person is; None for helpers and for an operator's staff.
    person = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="vendor_memberships"
    )
    # What lets a helper act; it ends with the consent.
    consent = models.ForeignKey(
        Consent, on_delete=models.PROTECT, null=True, blank=True, related_name="vendor_memberships"
    )
    # Numbers are recycled: who signed in too long ago needs a new card. None where no card was ever asked for.
    signed_in_at = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "user"],
                condition=Q(ended_at__isnull=True),
                name="vendor_member_is_current_once",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(consent__isnull=True),
                name="vendor_member_is_of_the_household_or_helps",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} @ {self.vendor_id}"


class PayeeAccount(models.Model):
    """The bank account that is paid. Its holder is a verified member (natural-person shop rules, domain.md 4.1)."""

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="payee_accounts")
    holder_name = models.CharField(max_length=40)
    bank_name = models.CharField(max_length=60)
    account_number = EncryptedText()
    verified_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vendor"],
                condition=Q(ended_at__isnull=True),
                name="vendor_has_one_current_payee_account",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.bank_name}"
