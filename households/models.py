"""The register of households. Registered and ordinary ones look the same to everyone but the office."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from common.encryption import EncryptedText
from places.models import Village


class Household(models.Model):
    """A household, keyed by its number, not by its head: heads change, the household stays (domain.md 2.1)."""

    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="households")
    # Opaque text, entered or imported, never made up; 18, 20 or 22 characters do occur elsewhere too.
    national_household_no = models.CharField(max_length=22, unique=True, null=True, blank=True)
    provisional_no = models.CharField(max_length=20, unique=True, null=True, blank=True)
    head_name = models.CharField(max_length=40)
    hamlet = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(national_household_no__isnull=False) | Q(provisional_no__isnull=False),
                name="household_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The national number, or the provisional one until it is known."""
        return self.national_household_no or self.provisional_no or ""


class Member(models.Model):
    """A person of the household. The certificate number is encrypted and found by a keyed hash."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=40)
    relation_to_head = models.CharField(max_length=20)
    id_number = EncryptedText(blank=True, default="")
    id_number_hash = models.CharField(max_length=64, null=True, blank=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["id_number_hash"],
                condition=Q(left_on__isnull=True),
                name="person_is_in_one_household",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=models.F("joined_on")),
                name="member_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.relation_to_head}"


class HouseholdStatus(models.Model):
    """One step of a household's status history; words of policy stay data (domain.md 2.3)."""

    class Status(models.TextChoices):
        """Whether the household stands in the register, and as what."""

        REGISTERED = "registered", _("建档立卡户")
        LIFTED = "lifted", _("脱贫户")
        LIFTED_UNSTABLE = "lifted_unstable", _("脱贫不稳定户")
        MARGINAL_AT_RISK = "marginal_at_risk", _("边缘易致贫户")
        SUDDEN_HARDSHIP = "sudden_hardship", _("突发严重困难户")
        ORDINARY = "ordinary", _("一般农户")

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=20, choices=Status.choices)
    since = models.DateField()
    document_no = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["household", "since"], name="household_has_one_status_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.status} {self.since}"


class ConsentText(models.Model):
    """What a household agrees to or declares, word by word, in a version that counts from a day. Append-only."""

    purpose = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    since = models.DateField()
    title = models.CharField(max_length=60)
    title_en = models.CharField(max_length=120)
    body = models.TextField()
    body_en = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="consent_text_has_one_wording"),
            models.UniqueConstraint(fields=["purpose", "since"], name="consent_text_begins_on_its_own_day"),
            models.CheckConstraint(
                condition=~Q(body="") & ~Q(body_en=""), name="consent_text_stands_in_both_languages"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"


class Consent(models.Model):
    """A household's recorded consent: to a text, in a version, on a day; withdrawable at once."""

    class Purpose(models.TextChoices):
        """What the household agrees to, or declares."""

        JOINING = "joining", _("开店与信息使用")
        BANK_ACCOUNT = "bank_account", _("收款账户信息")
        SELF_PRODUCED = "self_produced", _("自产自销声明")
        ACT_FOR = "act_for", _("委托代办")
        PUBLISH_STORY = "publish_story", _("公开家庭故事")

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    text_version = models.CharField(max_length=20)
    # Whom it is about: a helper's name and relation; empty where there is nobody else.
    about = models.CharField(max_length=60, blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=40)
    channel = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_is_withdrawn_after_it_was_given",
            ),
            models.CheckConstraint(condition=Q(text_version__length__gt=0), name="consent_names_its_text"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id} {self.purpose}"


models.CharField.register_lookup(Length)
