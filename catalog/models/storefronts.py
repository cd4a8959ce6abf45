"""Storefronts of towns and villages."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from places.models import Town, Village


class Storefront(models.Model):
    """A town's or a village's shop window. Anyone there may sell anything lawful (plan, 三(三)3)."""

    class State(models.TextChoices):
        """Who finds it."""

        OPEN = "open", _("营业中")
        LINK_ONLY = "link_only", _("仅凭链接访问")
        CLOSED = "closed", _("已关闭")

    town = models.OneToOneField(
        Town, on_delete=models.PROTECT, null=True, blank=True, related_name="storefront"
    )
    village = models.OneToOneField(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="storefront"
    )
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80)
    story = models.TextField(blank=True)
    story_en = models.TextField(blank=True)
    picture = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    closes_at = models.DateTimeField(null=True, blank=True)
    reopens_at = models.DateTimeField(null=True, blank=True)
    # Grows with every change that a cached page must show.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(town__isnull=False, village__isnull=True)
                | Q(town__isnull=True, village__isnull=False),
                name="storefront_belongs_to_a_town_or_a_village",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "link_only", "closed"]), name="storefront_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(reopens_at__isnull=True) | Q(reopens_at__gt=models.F("closes_at")),
                name="storefront_reopens_after_closing",
            ),
        ]

    def __str__(self) -> str:
        return self.name
