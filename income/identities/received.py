"""What was received, given back and kept, and the sales counted from it.

Each query lists (key, left, right) of the rows where the sides differ.
"""

RECEIVED: tuple[tuple[str, str], ...] = (
    (
        "receipts - refunds = goods and freight kept",
        """
        SELECT p.number, money.kept, parts.kept FROM orders_placement p
        JOIN LATERAL (
            SELECT coalesce(sum(a.received - a.refunded), 0) AS kept, count(*) FILTER (WHERE a.part <> '') AS cash
            FROM payments_paymentattempt a WHERE a.order_id = p.order_id AND a.state = 'paid'
        ) money ON true
        JOIN LATERAL (
            SELECT coalesce(sum(v.goods_amount + v.freight_amount - v.goods_refunded - v.freight_refunded), 0) AS kept
            FROM fulfilment_vendororder v
            WHERE v.order_id = p.order_id AND EXISTS (
                SELECT 1 FROM payments_receipt r JOIN payments_paymentattempt a ON a.id = r.attempt_id
                WHERE r.order_id = v.order_id AND a.part IN ('', v.number)
                AND NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
            )
        ) parts ON true
        WHERE money.kept <> parts.kept
        """,
    ),
    (
        "sales days = goods of receipts and refund shares",
        """
        SELECT coalesce(d.vendor_id, b.vendor_id)::text, coalesce(d.net, 0), coalesce(b.net, 0)
        FROM (SELECT vendor_id, sum(sold - refunded) AS net FROM fulfilment_salesday GROUP BY vendor_id) d
        FULL JOIN (
            SELECT v.vendor_id, sum(v.goods_amount - v.goods_refunded) AS net FROM fulfilment_vendororder v
            WHERE EXISTS (
                SELECT 1 FROM payments_receipt r JOIN payments_paymentattempt a ON a.id = r.attempt_id
                WHERE r.order_id = v.order_id AND a.part IN ('', v.number)
                AND NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
            ) GROUP BY v.vendor_id
        ) b ON b.vendor_id = d.vendor_id
        WHERE coalesce(d.net, 0) <> coalesce(b.net, 0)
        """,
    ),
)
