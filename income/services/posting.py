"""Posts what arrived to a household's record. Each source is posted once; entries never change.

Rules: design "Money"; domain.md 2.5. Only own sales of household vendors are posted here.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from common.clock import local_day
from common.money import ZERO, total
from income.models import IncomeEntry
from income.services.ledger import days_of, write
from settlement.models import Adjustment, Payout, PayoutItem, SettlementLine

Account = IncomeEntry.Account
Kind = IncomeEntry.Kind


def post_payout(payout: Payout, *, now: datetime) -> list[IncomeEntry]:
    """The entries of a payout just paid: goods kept per line, the fee as expense, refunds known by then."""
    household_id = payout.vendor.household_id
    if household_id is None or payout.ended_at is None:
        return []
    day = local_day(payout.ended_at)
    entries: list[IncomeEntry] = []
    items = PayoutItem.objects.filter(payout=payout, settlement__isnull=False).select_related(
        "settlement__vendor_order"
    )
    for item in items:
        entries += _entries_of(item, household_id, day, now)
        later = Adjustment.objects.filter(settlement=item.settlement, amount__lt=0)
        entries += _refunds(list(later.select_related("refund_share", "settlement")), household_id, day, now)
    return write(entries)


def post_adjustments(
    adjustments: Sequence[Adjustment], *, household_id: int, now: datetime
) -> list[IncomeEntry]:
    """Refunds of goods already paid out and borne by the household: negative entries on the day they are booked."""
    borne = [adjustment for adjustment in adjustments if adjustment.amount < 0]
    return write(_refunds(borne, household_id, local_day(now), now))


def _entries_of(item: PayoutItem, household_id: int, day: date, now: datetime) -> list[IncomeEntry]:
    settlement = item.settlement
    if settlement is None:
        return []
    entries = []

    def add(account: Account, kind: Kind, amount: Decimal, source: str, sold_line_id: int | None) -> None:
        if amount <= ZERO:
            return
        entries.append(
            IncomeEntry(
                **days_of(day),
                household_id=household_id,
                account=account,
                kind=kind,
                amount=amount,
                vendor_order_id=settlement.vendor_order_id,
                sold_line_id=sold_line_id,
                payout_item=item,
                source=source,
                made_at=now,
            )
        )

    lines = list(SettlementLine.objects.filter(settlement=settlement).order_by("pk"))
    for line in lines:
        add(Account.BUSINESS_INCOME, Kind.OWN_SALE, line.goods_kept, f"settled:{line.pk}", line.sold_line_id)
        add(Account.BUSINESS_EXPENSE, Kind.FEE, line.fee, f"fee:{line.pk}", line.sold_line_id)
    goods_borne = settlement.goods - total([line.goods_kept for line in lines])
    freight_borne = settlement.refunds_borne - goods_borne
    if settings.FREIGHT_IN_INCOME:
        # What the buyer paid in the end comes in, what the carrier got goes out.
        paid = settlement.freight - freight_borne
        add(Account.BUSINESS_INCOME, Kind.FREIGHT, paid, f"freight-in:{settlement.pk}", None)
        add(Account.BUSINESS_EXPENSE, Kind.FREIGHT, settlement.freight, f"freight-out:{settlement.pk}", None)
    else:
        add(Account.BUSINESS_EXPENSE, Kind.FREIGHT, freight_borne, f"freight-borne:{settlement.pk}", None)
    return entries


def _refunds(
    adjustments: Sequence[Adjustment], household_id: int, day: date, now: datetime
) -> list[IncomeEntry]:
    """Goods given back are income that went away; freight that the household bears is an expense (design, "Money")."""
    entries = []
    for adjustment in adjustments:
        is_goods = adjustment.refund_share.sold_line_id is not None
        entries.append(
            IncomeEntry(
                **days_of(day),
                household_id=household_id,
                account=Account.BUSINESS_INCOME if is_goods else Account.BUSINESS_EXPENSE,
                kind=Kind.REFUND if is_goods else Kind.FREIGHT,
                amount=adjustment.amount if is_goods else -adjustment.amount,
                vendor_order_id=adjustment.settlement.vendor_order_id,
                sold_line_id=adjustment.refund_share.sold_line_id,
                adjustment=adjustment,
                source=f"adjusted:{adjustment.pk}",
                made_at=now,
            )
        )
    return entries
