"""What stands behind an entry of supply: the lot, this household's share of it, the payment."""

from dataclasses import dataclass

from income.models import IncomeEntry
from settlement.models import SupplyPayment
from vendors.models import SupplyLot, SupplyShare


@dataclass(frozen=True, slots=True)
class SupplyTrace:
    """An entry of supply and all it comes from; of the lot's households only this one."""

    entry: IncomeEntry
    lot: SupplyLot
    share: SupplyShare
    payment: SupplyPayment


def supply_trace_of(entry: IncomeEntry) -> SupplyTrace:
    """The chain behind an entry of supply loaded by `entry_for`. No statement."""
    if entry.supply_share is None or entry.supply_payment is None:
        raise ValueError(f"income entry {entry.pk} comes from no lot")
    share = entry.supply_share
    return SupplyTrace(entry=entry, lot=share.lot, share=share, payment=entry.supply_payment)
