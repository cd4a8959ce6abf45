"""Listings (companions of Oscar's products), storefronts, search documents."""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from places.models import Town, Village
from vendors.models import Vendor


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
    licence_no = models.CharField(max_length=40, blank=True)
    licence_until = models.DateField(null=True, blank=True)
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
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    sold_count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "on_sale", "paused", "withdrawn"]),
                name="listing_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="on_sale")
                | Q(product_class__in=["own_produce", "non_food"])
                | (~Q(licence_no="") & Q(licence_until__isnull=False)),
                name="listing_on_sale_has_the_papers_of_its_class",
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

    @property
    def claim_window(self) -> timedelta:
        """How long after receipt a claim is taken; never under seven days where return is lawful."""
        window: timedelta = (
            settings.CLAIM_WINDOW_RETURNABLE
            if self.return_rule == self.ReturnRule.SUPPORTED
            else settings.CLAIM_WINDOW_PERISHABLE
        )
        return window


class SearchDocument(models.Model):
    """The character pairs by which a listing is found. Written with the listing, by catalog.services only."""

    listing = models.OneToOneField(
        Listing, on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    pairs = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["pairs"], name="search_by_character_pairs")]

    def __str__(self) -> str:
        return str(self.listing_id)
