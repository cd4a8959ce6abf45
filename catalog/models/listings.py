"""Listings, the companions of Oscar's products."""

from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.clock import start_of
from places.models import Village
from vendors.models import Vendor


class Listing(models.Model):
    """What the market knows of a product beyond Oscar: vendor, village, pack, class, promises.

    Price and stock are in Oscar's stock record. One step of quantity is one pack.
    """

    class State(models.TextChoices):
        """Whether it can be bought."""

        DRAFT = "draft", _("草稿")
        ON_SALE = "on_sale", _("在售")
        PAUSED = "paused", _("暂停")
        WITHDRAWN = "withdrawn", _("已下架")

    class ProductClass(models.TextChoices):
        """Decides the papers asked (domain.md 4.4)."""

        OWN_PRODUCE = "own_produce", _("自产鲜活农产品")
        BOUGHT_PRODUCE = "bought_produce", _("收购农产品")
        PROCESSED = "processed", _("加工及预包装食品")
        NON_FOOD = "non_food", _("非食品")

    class ReturnRule(models.TextChoices):
        """Consumer Protection Law art. 25."""

        PERISHABLE = "perishable_exempt", _("鲜活易腐，不适用七日无理由退货")
        CONFIRMED = "confirmed_exempt", _("经确认，不适用七日无理由退货")
        SUPPORTED = "supported", _("支持七日无理由退货")

    class FreightClass(models.TextChoices):
        """Goods of one class travel in one parcel."""

        NORMAL = "normal", _("常温")
        COLD = "cold", _("冷链")

    class Category(models.TextChoices):
        """Shelves of a storefront."""

        FRUIT = "fruit", _("时令水果")
        VEGETABLE = "vegetable", _("新鲜蔬菜")
        ROOT = "root", _("薯芋杂粮")
        EGG = "egg", _("禽蛋")
        SEAFOOD = "seafood", _("水产海鲜")
        GRAIN = "grain", _("粮油")
        OTHER = "other", _("其他特产")

    product = models.OneToOneField(
        "catalogue.Product", on_delete=models.PROTECT, primary_key=True, related_name="listing"
    )
    vendor = models.ForeignKey(Vendor, on_delete=models.PROTECT, related_name="listings")
    village = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="listings")
    title_en = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    category = models.CharField(max_length=12, choices=Category.choices)
    product_class = models.CharField(max_length=16, choices=ProductClass.choices)
    return_rule = models.CharField(max_length=20, choices=ReturnRule.choices)
    spec = models.CharField(max_length=40)
    spec_en = models.CharField(max_length=60)
    net_weight_g = models.PositiveIntegerField()
    # What packing one pack costs the household, in yuan; part of the take-home price.
    packing_cost = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    ship_within_hours = models.PositiveSmallIntegerField(default=48)
    freight_class = models.CharField(max_length=8, choices=FreightClass.choices, default=FreightClass.NORMAL)
    storage = models.CharField(max_length=120, blank=True)
    storage_en = models.CharField(max_length=200, blank=True)
    season_from = models.PositiveSmallIntegerField(null=True, blank=True)
    season_to = models.PositiveSmallIntegerField(null=True, blank=True)
    picture = models.CharField(max_length=40)
    # The key of the crop table it was listed from, and the first day on which it can be sent; both may be unknown.
    crop = models.CharField(max_length=30, blank=True, default="", db_default="")
    ready_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    # When it was last put on sale, and the last day on which all papers of its class are in date; no day where
    # the class asks for none. A trigger refuses `on_sale` without them (listing_on_sale_has_papers_in_date).
    on_sale_since = models.DateTimeField(null=True, blank=True)
    papers_until = models.DateField(null=True, blank=True)
    # The villages its lots come from, as a card shows them; written by packing, empty for a seller's own produce.
    origin = models.CharField(max_length=160, blank=True, default="", db_default="")
    origin_en = models.CharField(max_length=240, blank=True, default="", db_default="")
    sold_count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "on_sale", "paused", "withdrawn"]),
                name="listing_state_is_known",
            ),
            models.CheckConstraint(condition=Q(net_weight_g__gt=0), name="listing_has_a_net_weight"),
            models.CheckConstraint(
                condition=Q(packing_cost__gte=0), name="listing_packing_cost_is_not_negative"
            ),
            models.CheckConstraint(condition=Q(ship_within_hours__gt=0), name="listing_promises_a_dispatch"),
            models.CheckConstraint(
                condition=Q(season_from__isnull=True, season_to__isnull=True)
                | Q(season_from__range=(1, 12), season_to__range=(1, 12)),
                name="listing_season_is_two_months",
            ),
            models.CheckConstraint(
                condition=Q(return_rule__in=["perishable_exempt", "confirmed_exempt", "supported"]),
                name="listing_return_rule_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["village", "-published_at", "product"],
                condition=Q(state="on_sale"),
                name="listing_shelf_of_a_village",
            ),
            models.Index(
                fields=["-published_at", "product"], condition=Q(state="on_sale"), name="listing_shelf_of_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.spec}"

    def hours_to_ship(self, now: datetime) -> int:
        """The promise to whoever buys now, in hours after payment; counted from the ready day where it is to come."""
        wait = start_of(self.ready_on) - now if self.ready_on else timedelta()
        return self.ship_within_hours + max(ceil(wait / timedelta(hours=1)), 0)

    @property
    def claim_window(self) -> timedelta:
        """How long after receipt a claim is taken; never under seven days where return is lawful."""
        window: timedelta = (
            settings.CLAIM_WINDOW_RETURNABLE
            if self.return_rule == self.ReturnRule.SUPPORTED
            else settings.CLAIM_WINDOW_PERISHABLE
        )
        return window
