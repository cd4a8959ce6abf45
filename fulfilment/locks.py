"""The only source of locked vendor orders, in primary-key order; after the placement, before stock."""

from fulfilment.models import VendorOrder


def lock_vendor_orders_of(order_id: int) -> list[VendorOrder]:
    """All vendor orders of an order."""
    return list(VendorOrder.objects.select_for_update().filter(order_id=order_id).order_by("pk"))


def lock_vendor_order(vendor_order_id: int) -> VendorOrder:
    """One vendor order."""
    return VendorOrder.objects.select_for_update().get(pk=vendor_order_id)


def lock_vendor_orders(ids: list[int]) -> list[VendorOrder]:
    """These vendor orders."""
    return list(VendorOrder.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
