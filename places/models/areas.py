"""Areas of China, for addresses."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """Province, city or county of China (GB/T 2260), for addresses."""

    class Level(models.TextChoices):
        """Depth of the tree."""

        PROVINCE = "province", _("省")
        CITY = "city", _("市")
        COUNTY = "county", _("县")

    code = models.CharField(max_length=6, primary_key=True)
    name = models.CharField(max_length=40)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    level = models.CharField(max_length=10, choices=Level.choices)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="province", parent__isnull=True)
                | (~Q(level="province") & Q(parent__isnull=False)),
                name="area_below_a_province_has_a_parent",
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{2}([0-9]{2}([0-9]{2})?)?$"), name="area_code_is_gb_t_2260"
            ),
            models.CheckConstraint(condition=~Q(parent=F("code")), name="area_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name
