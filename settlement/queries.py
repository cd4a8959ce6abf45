"""What is owed, held and paid, per vendor, in yuan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from common.errors import NotForYou
from common.money import ZERO
from settlement.models import Adjustment, Payout, PayoutItem, Settlement, SupplyPayment
from vendors.models import SupplyLot


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
    """What of a vendor's money is in no live payout, in yuan; below zero it owes us, since a refund came later."""

    vendor_id: int
    shop_name: str
    shop_name_en: str
    is_stopped: bool
    amount: Decimal
    settlements: int


@dataclass(frozen=True, slots=True)
class OwedCount:
    """How many vendors have money to come, and how many have been paid too much."""

    above: int
    below: int


_OPEN = """
WITH unpaid AS (
    SELECT s.vendor_id, s.due AS amount, 1 AS settlements FROM settlement_settlement s
    WHERE s.due > 0 AND NOT EXISTS (
        SELECT 1 FROM settlement_payoutitem i WHERE i.settlement_id = s.id AND i.is_live)
    UNION ALL
    SELECT a.vendor_id, a.amount, 0 FROM settlement_adjustment a
    WHERE a.amount < 0 AND NOT EXISTS (
        SELECT 1 FROM settlement_payoutitem i WHERE i.adjustment_id = a.id AND i.is_live)
), open AS (
    SELECT vendor_id, sum(amount) AS amount, sum(settlements) AS settlements FROM unpaid GROUP BY vendor_id
)"""
_LISTED = """
SELECT v.id, v.shop_name, v.shop_name_en, v.state = 'stopped', open.amount, open.settlements
FROM open JOIN vendors_vendor v ON v.id = open.vendor_id
WHERE open.amount * %(sign)s > 0 AND open.vendor_id > %(after)s
ORDER BY open.vendor_id LIMIT %(limit)s"""
_COUNTED = """
SELECT count(*) FILTER (WHERE amount > 0), count(*) FILTER (WHERE amount < 0) FROM open"""


def owed_vendors(*, after: int = 0, limit: int) -> Sequence[Owed]:
    """Vendors with money to come, by key, those after the vendor `after` first. One statement."""
    return _listed(sign=1, after=after, limit=limit)


def overpaid_vendors(*, after: int = 0, limit: int) -> Sequence[Owed]:
    """Vendors who bear a refund that came after they were paid: the next payout is less by it. One statement."""
    return _listed(sign=-1, after=after, limit=limit)


def count_owed() -> OwedCount:
    """How long those two lists are. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN + _COUNTED)
        above, below = cursor.fetchone() or (0, 0)
    return OwedCount(above=above, below=below)


def _listed(*, sign: int, after: int, limit: int) -> Sequence[Owed]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN + _LISTED, {"sign": sign, "after": after, "limit": limit})
        return [Owed(*row) for row in cursor.fetchall()]


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


def supply_payments() -> QuerySet[SupplyPayment]:
    """All payments of lots with the lot, its operator and the people who made and checked them."""
    return SupplyPayment.objects.select_related("lot__operator", "made_by", "checked_by", "ended_by")


def supply_payments_under_way() -> QuerySet[SupplyPayment]:
    """Those that wait for a check or for the bank, oldest first."""
    states = [SupplyPayment.State.MADE, SupplyPayment.State.CHECKED]
    return supply_payments().filter(state__in=states).order_by("pk")


def supply_payment_by_id(payment_id: int) -> SupplyPayment:
    """One payment of a lot, for the operator.

    Raises:
        NotForYou: there is none.
    """
    payment = supply_payments().filter(pk=payment_id).first()
    if payment is None:
        raise NotForYou(_("没有找到这张付款单。"), code="no_payout")
    return payment


def live_payment_of(lot_id: int) -> SupplyPayment | None:
    """The payment that a lot has now: made, checked or paid. One statement."""
    return supply_payments().filter(lot_id=lot_id).exclude(state=SupplyPayment.State.FAILED).first()


def lots_to_pay() -> QuerySet[SupplyLot]:
    """Lots received whose payment nobody has made yet, oldest first."""
    live = SupplyPayment.objects.filter(lot=OuterRef("pk")).exclude(state=SupplyPayment.State.FAILED)
    received = SupplyLot.objects.filter(state=SupplyLot.State.RECEIVED, amount__gt=0)
    return received.exclude(Exists(live)).select_related("operator").order_by("received_at", "pk")
