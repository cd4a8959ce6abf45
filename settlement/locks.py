"""The only source of locked payouts; before vendor orders, never after."""

from settlement.models import Payout, SupplyPayment
from vendors.models import Vendor


def lock_payout(payout_id: int) -> Payout:
    """One payout."""
    return Payout.objects.select_for_update().get(pk=payout_id)


def lock_vendor_account(vendor_id: int) -> None:
    """One vendor's money: two payouts for it are never made at once."""
    Vendor.objects.select_for_update(of=("self",)).filter(pk=vendor_id).values_list("pk").get()


def lock_supply_payment(payment_id: int) -> SupplyPayment:
    """One payment of a lot; before its lot, never after."""
    return SupplyPayment.objects.select_for_update().get(pk=payment_id)
