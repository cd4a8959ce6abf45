"""How a vendor came to the state it is in, and the cards that let a phone into a desk."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from households.models import Consent, Member
from vendors.models.accounts import Vendor

MOST_TRIES = 5


class VendorStep(models.Model):
    """One act that changed a vendor's state: by whom, for whom, when and why. Append-only."""

    class Act(models.TextChoices):
        """What can be done; which states each leads from and to is a constraint."""

        REGISTER = "register", _("直接登记")
        INVITE = "invite", _("邀请")
        SUBMIT = "submit", _("提交审核")
        PASS = "pass", _("通过")
        GIVE_BACK = "give_back", _("退回修改")
        REFUSE = "refuse", _("不通过")
        PAUSE = "pause", _("暂停营业")
        RESUME = "resume", _("恢复营业")
        STOP = "stop", _("停止")

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=10, choices=Act.choices)
    from_state = models.CharField(max_length=10, blank=True)
    to_state = models.CharField(max_length=10, choices=Vendor.State.choices)
    until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    actor_label = models.CharField(max_length=120)
    acted_for = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(act="register", from_state="", to_state="open")
                | Q(act="invite", from_state__in=["", "stopped"], to_state="invited")
                | Q(act="submit", from_state="invited", to_state="in_review")
                | Q(act="pass", from_state="in_review", to_state="open")
                | Q(act="give_back", from_state="in_review", to_state="invited")
                | Q(act="refuse", from_state="in_review", to_state="stopped")
                | Q(act="pause", from_state="open", to_state="paused")
                | Q(act="resume", from_state="paused", to_state="open")
                | Q(act="stop", from_state__in=["invited", "open", "paused"], to_state="stopped"),
                name="vendor_step_leads_where_its_act_leads",
            ),
            models.CheckConstraint(
                condition=Q(act="pause", until__isnull=False) | (~Q(act="pause") & Q(until__isnull=True)),
                name="vendor_step_pauses_until_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(act__in=["give_back", "refuse", "stop"]) | ~Q(note=""),
                name="vendor_step_that_turns_down_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.act}"


class DeskCard(models.Model):
    """A one-time card that opens a household's desk to one phone number. Number and code are keyed hashes only.

    Source: issue "The villager's desk", sign in: numbers are recycled, so a code by SMS alone never opens a desk.
    """

    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="cards")
    # For a member of the household; a helper's card names the consent instead.
    person = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="desk_cards"
    )
    consent = models.ForeignKey(
        Consent, on_delete=models.PROTECT, null=True, blank=True, related_name="desk_cards"
    )
    number_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=120)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="desk_cards"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vendor", "number_hash"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="desk_card_of_a_number_waits_once",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, consent__isnull=True)
                | Q(person__isnull=True, consent__isnull=False),
                name="desk_card_is_for_a_member_or_a_helper",
            ),
            models.CheckConstraint(
                condition=Q(tries__lte=MOST_TRIES), name="desk_card_is_tried_five_times_at_most"
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True, used_by__isnull=True)
                | Q(used_at__isnull=False, used_by__isnull=False),
                name="desk_card_used_names_who",
            ),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="desk_card_is_used_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("issued_at")), name="desk_card_lives_for_a_while"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vendor_id} {self.issued_at:%Y-%m-%d}"
