"""What is owed, held and paid, per vendor, in yuan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from common.errors import NotForYou
from common.money import ZERO
from settlement.models import Adjustment, Payout, PayoutItem, Settlement


@dataclass(frozen=True, slots=True)
class Balance:
    """Settled = paid + held + owed. `owed` may be negative after refunds: the next sales make up for it."""

    settled: Decimal
    paid: Decimal
    held: Decimal
    owed: Decimal


def unpaid_settlements(vendor_id: int) -> QuerySet[Settlement]:
    """Settlements with something due that are in no live payout."""
    live = PayoutItem.objects.filter(settlement=OuterRef("pk"), is_live=True)
    return Settlement.objects.filter(vendor_id=vendor_id, due__gt=0).exclude(Exists(live)).order_by("pk")


def unpaid_adjustments(vendor_id: int) -> QuerySet[Adjustment]:
    """Adjustments the vendor bears that are in no live payout."""
    live = PayoutItem.objects.filter(adjustment=OuterRef("pk"), is_live=True)
    return Adjustment.objects.filter(vendor_id=vendor_id, amount__lt=0).exclude(Exists(live)).order_by("pk")


def balance(vendor_id: int) -> Balance:
    """Where a vendor's settled money is."""
    settled = _sum(Settlement.objects.filter(vendor_id=vendor_id), "due") + _sum(
        Adjustment.objects.filter(vendor_id=vendor_id), "amount"
    )
    paid = _sum(Payout.objects.filter(vendor_id=vendor_id, state=Payout.State.PAID), "amount")
    held = _sum(
        Payout.objects.filter(vendor_id=vendor_id, state__in=[Payout.State.MADE, Payout.State.CHECKED]),
        "amount",
    )
    return Balance(settled=settled, paid=paid, held=held, owed=settled - paid - held)


@dataclass(frozen=True, slots=True)
class Owed:
    """A vendor with money to come."""

    vendor_id: int
    shop_name: str
    amount: Decimal
    settlements: int


def owed_vendors() -> Sequence[Owed]:
    """Vendors whose unpaid settlements less their adjustments are above zero, largest first. Two statements."""
    live_settlement = PayoutItem.objects.filter(settlement=OuterRef("pk"), is_live=True)
    live_adjustment = PayoutItem.objects.filter(adjustment=OuterRef("pk"), is_live=True)
    found: dict[int, Owed] = {}
    for vendor_id, shop_name, due in (
        Settlement.objects.filter(due__gt=0)
        .exclude(Exists(live_settlement))
        .values_list("vendor_id", "vendor__shop_name", "due")
    ):
        known = found.get(vendor_id, Owed(vendor_id, shop_name, ZERO, 0))
        found[vendor_id] = Owed(vendor_id, shop_name, known.amount + due, known.settlements + 1)
    for vendor_id, amount in (
        Adjustment.objects.filter(amount__lt=0)
        .exclude(Exists(live_adjustment))
        .values_list("vendor_id", "amount")
    ):
        if vendor_id in found:
            known = found[vendor_id]
            found[vendor_id] = Owed(vendor_id, known.shop_name, known.amount + amount, known.settlements)
    return sorted(
        (owed for owed in found.values() if owed.amount > 0), key=lambda owed: (-owed.amount, owed.vendor_id)
    )


def _sum(rows: QuerySet[Settlement] | QuerySet[Adjustment] | QuerySet[Payout], column: str) -> Decimal:
    return rows.aggregate(sum=Sum(column))["sum"] or ZERO


def payouts() -> QuerySet[Payout]:
    """All payouts with the shop and the people who made and checked them; account numbers stay closed till asked."""
    people = ("made_by", "checked_by", "ended_by")
    return Payout.objects.select_related("vendor", "payee", *people).defer("payee__account_number")


def payout_by_id(payout_id: int) -> Payout:
    """One payout, for the operator.

    Raises:
        NotForYou: there is none.
    """
    payout = payouts().filter(pk=payout_id).first()
    if payout is None:
        raise NotForYou(_("没有找到这张付款单。"), code="no_payout")
    return payout


def items_of(payout: Payout) -> Sequence[PayoutItem]:
    """What a payout pays, settlements before adjustments. One statement."""
    items = payout.items.select_related("settlement__vendor_order", "adjustment__settlement__vendor_order")
    return list(items.order_by(F("adjustment_id").asc(nulls_first=True), "pk"))


def payout_of(settlement: Settlement) -> Payout | None:
    """The payout that a settlement is in now: made, checked or paid. One statement."""
    return payouts().filter(items__settlement=settlement, items__is_live=True).first()
