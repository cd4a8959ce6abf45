"""Posts what a paid lot brought to each of its households: the supply price by weight, never the retail price.

Source: design "Money", supply; domain.md 2.5. No refund of a sale ever comes back to these entries.
"""

from datetime import datetime

from common.clock import local_day
from income.models import IncomeEntry
from income.services.ledger import days_of, write
from settlement.models import SupplyPayment
from vendors.models import SupplyShare


def post_supply(payment: SupplyPayment, *, now: datetime) -> list[IncomeEntry]:
    """One entry for each share of the lot, on the day of payment. Nothing while it is not paid."""
    if payment.state != SupplyPayment.State.PAID or payment.ended_at is None:
        return []
    day = local_day(payment.ended_at)
    shares = SupplyShare.objects.filter(lot_id=payment.lot_id, amount__gt=0).order_by("pk")
    return write(
        [
            IncomeEntry(
                **days_of(day),
                household_id=share.household_id,
                account=IncomeEntry.Account.BUSINESS_INCOME,
                kind=IncomeEntry.Kind.SUPPLY,
                amount=share.amount,
                supply_share=share,
                supply_payment=payment,
                source=f"supply:{share.pk}",
                made_at=now,
            )
            for share in shares
        ]
    )
