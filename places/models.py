"""Places, keyed by their official codes: names repeat between towns (domain.md 1.2)."""

from django.db import models
from django.db.models import F, Q
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


class DemonstrationTown(models.Model):
    """示范镇: a town's batch in the flying-geese array (plan, 三(一))."""

    town = models.OneToOneField(Town, on_delete=models.PROTECT, related_name="demonstration")
    batch = models.PositiveSmallIntegerField()
    industry = models.CharField(max_length=40)
    industry_en = models.CharField(max_length=80)
    document_no = models.CharField(max_length=60, blank=True)
    is_sample = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(batch__in=[1, 2, 3]), name="demonstration_batch_is_one_to_three"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.town_id} {self.batch}"


class VillageDesignation(models.Model):
    """A village of the provincial list. The real list is imported; until then a sample says so."""

    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="designations")
    is_sample = models.BooleanField()
    document_no = models.CharField(max_length=60, blank=True)
    designated_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village"], condition=Q(ended_on__isnull=True), name="village_is_designated_once"
            ),
            models.CheckConstraint(
                condition=Q(is_sample=True) | (~Q(document_no="") & Q(designated_on__isnull=False)),
                name="designation_names_its_document_unless_a_sample",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.village_id}"


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
