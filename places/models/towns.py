"""Towns and villages, keyed by their official codes: names repeat between towns (domain.md 1.2)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _


class Town(models.Model):
    """A town or sub-district; nine digits of the statistical code."""

    class Kind(models.TextChoices):
        """As the code list has it."""

        TOWN = "town", _("镇")
        SUBDISTRICT = "subdistrict", _("街道")

    code = models.CharField(max_length=9, primary_key=True)
    name = models.CharField(max_length=20)
    name_en = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^440883[0-9]{3}$"), name="town_code_is_of_wuchuan"
            ),
            models.CheckConstraint(condition=Q(kind__in=["town", "subdistrict"]), name="town_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def short_name(self) -> str:
        """The name without 镇 or 街道."""
        return self.name.removesuffix("镇").removesuffix("街道")


class Village(models.Model):
    """A village or community; twelve digits, beginning with its town's."""

    class Kind(models.TextChoices):
        """As the code list has it."""

        VILLAGE = "village", _("村委会")
        COMMUNITY = "community", _("社区居委会")

    code = models.CharField(max_length=12, primary_key=True)
    town = models.ForeignKey(Town, on_delete=models.PROTECT, related_name="villages")
    name = models.CharField(max_length=30)
    short_name = models.CharField(max_length=30)
    name_en = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{12}$"), name="village_code_has_twelve_digits"
            ),
            models.CheckConstraint(
                condition=Q(town=Substr("code", 1, 9)), name="village_code_starts_with_its_town"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["village", "community"]), name="village_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """Another writing of a place's name: 塘㙍 is typed 塘缀."""

    place_code = models.CharField(max_length=12)
    text = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place_code", "text"], name="alias_is_noted_once"),
        ]

    def __str__(self) -> str:
        return self.text
