"""The sales roll-up once more from its sources: what `prove` compares it with, and what rebuilds it."""

from django.db import connection, transaction

# (vendor_id, day, orders, sold, refunded): goods of vendor orders on the Shanghai day their money arrived,
# and shares of goods given back on the day they were booked. Money that paid for nothing is not among them.
SALES_BY_DAY = """
    SELECT moved.vendor_id, moved.day, sum(moved.orders) AS orders, sum(moved.sold) AS sold,
           sum(moved.refunded) AS refunded
    FROM (
        SELECT v.vendor_id, (r.received_at AT TIME ZONE 'Asia/Shanghai')::date AS day, 1 AS orders,
               v.goods_amount AS sold, 0::numeric AS refunded
        FROM payments_receipt r
        JOIN payments_paymentattempt a ON a.id = r.attempt_id
        JOIN fulfilment_vendororder v ON v.order_id = r.order_id AND a.part IN ('', v.number)
        WHERE NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
        UNION ALL
        SELECT v.vendor_id, (s.booked_at AT TIME ZONE 'Asia/Shanghai')::date, 0, 0, s.amount
        FROM fulfilment_refundshare s JOIN fulfilment_vendororder v ON v.id = s.vendor_order_id
        WHERE s.sold_line_id IS NOT NULL
    ) moved
    GROUP BY moved.vendor_id, moved.day
"""

_REMOVE = f"""
DELETE FROM fulfilment_salesday d WHERE NOT EXISTS (
    SELECT 1 FROM ({SALES_BY_DAY}) b WHERE b.vendor_id = d.vendor_id AND b.day = d.day
)
"""  # noqa: S608  a constant of this module

# A day keeps the place it was sold from, also where the vendor has moved since.
_WRITE = f"""
INSERT INTO fulfilment_salesday (day, vendor_id, village_id, town_id, orders, sold, refunded)
SELECT b.day, b.vendor_id, village.code, village.town_id, b.orders, b.sold, b.refunded
FROM ({SALES_BY_DAY}) b
JOIN vendors_vendor vendor ON vendor.id = b.vendor_id
JOIN places_village village ON village.code = vendor.village_id
ON CONFLICT ON CONSTRAINT sales_day_is_one_row_a_vendor DO UPDATE SET
    orders = EXCLUDED.orders, sold = EXCLUDED.sold, refunded = EXCLUDED.refunded
WHERE (fulfilment_salesday.orders, fulfilment_salesday.sold, fulfilment_salesday.refunded)
   <> (EXCLUDED.orders, EXCLUDED.sold, EXCLUDED.refunded)
"""  # noqa: S608  a constant of this module


def rebuild_sales_days() -> int:
    """Makes the roll-up equal to its sources; how many rows changed. Nobody sells while it runs."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE fulfilment_salesday IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_REMOVE)
        removed = cursor.rowcount
        cursor.execute(_WRITE)
        return int(removed + cursor.rowcount)
