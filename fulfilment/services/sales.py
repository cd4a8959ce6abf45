"""Keeps the sales roll-up in step, in the transaction that moves the money."""

from datetime import datetime
from decimal import Decimal

from django.db import connection

from common.clock import local_day
from common.money import ZERO
from fulfilment.models import VendorOrder

_ADD = """
INSERT INTO fulfilment_salesday (day, vendor_id, village_id, town_id, orders, sold, refunded)
SELECT %s, vendor.id, village.code, village.town_id, %s, %s, %s
FROM vendors_vendor AS vendor JOIN places_village AS village ON village.code = vendor.village_id
WHERE vendor.id = %s
ON CONFLICT ON CONSTRAINT sales_day_is_one_row_a_vendor DO UPDATE SET
    orders = fulfilment_salesday.orders + EXCLUDED.orders,
    sold = fulfilment_salesday.sold + EXCLUDED.sold,
    refunded = fulfilment_salesday.refunded + EXCLUDED.refunded
"""


def count_sale(vendor_order: VendorOrder, *, received_at: datetime) -> None:
    """The money for this vendor order arrived: counted on the day of its receipt."""
    _add(vendor_order, at=received_at, orders=1, sold=vendor_order.goods_amount, refunded=ZERO)


def count_refund(vendor_order: VendorOrder, *, goods: Decimal, booked_at: datetime) -> None:
    """So much of its goods was refunded: counted on the day it was booked."""
    if goods:
        _add(vendor_order, at=booked_at, orders=0, sold=ZERO, refunded=goods)


def _add(vendor_order: VendorOrder, *, at: datetime, orders: int, sold: Decimal, refunded: Decimal) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [local_day(at), orders, sold, refunded, vendor_order.vendor_id])
