"""Which papers a class of goods asks for, and the label of prepackaged food."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models.listings import Listing
from vendors.models import VendorPaper


class PaperRule(models.Model):
    """One way to meet one need of a class: any paper of a need will do, every need of the class must be met.

    Data, not code: which papers count is decided by the market regulator and changes (domain.md 4.4).
    """

    class Need(models.TextChoices):
        """What has to be shown."""

        MAKING = "making", _("生产资质")
        SELLING = "selling", _("销售资质")
        LABEL = "label", _("标签信息")

    LABEL_KIND = "label"

    product_class = models.CharField(max_length=16, choices=Listing.ProductClass.choices)
    need = models.CharField(max_length=10, choices=Need.choices)
    # A kind of VendorPaper, or "label" for the listing's own.
    kind = models.CharField(max_length=20, choices=[*VendorPaper.Kind.choices, (LABEL_KIND, _("标签"))])
    source = models.CharField(max_length=120)

    class Meta:
        ordering = ["product_class", "need", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product_class", "need", "kind"], name="paper_rule_is_noted_once"
            ),
            models.CheckConstraint(
                condition=Q(need="label", kind="label") | (~Q(need="label") & ~Q(kind="label")),
                name="paper_rule_asks_a_label_for_the_label",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_class} {self.need} {self.kind}"


class Label(models.Model):
    """What the label of prepackaged food says beside name, net content and storage (Food Safety Law art. 67)."""

    listing = models.OneToOneField(Listing, on_delete=models.PROTECT, primary_key=True, related_name="label")
    ingredients = models.CharField(max_length=300)
    producer = models.CharField(max_length=80)
    producer_address = models.CharField(max_length=120)
    producer_contact = models.CharField(max_length=40)
    shelf_life = models.CharField(max_length=40)
    standard_code = models.CharField(max_length=40)
    production_licence = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(ingredients="")
                & ~Q(producer="")
                & ~Q(producer_address="")
                & ~Q(producer_contact="")
                & ~Q(shelf_life="")
                & ~Q(standard_code="")
                & ~Q(production_licence=""),
                name="label_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} {self.standard_code}"
