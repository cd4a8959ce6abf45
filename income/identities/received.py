"""What was received, given back and kept, and the sales counted from it.

Each query lists (key, left, right) of the rows where the sides differ.
"""

from fulfilment.services.sales_days import SALES_BY_DAY

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
        "attempt = its receipt and refunds",
        """
        SELECT p.number || ' ' || a.id, a.received || ' - ' || a.refunded,
               coalesce(r.amount, 0) || ' - ' || coalesce(f.amount, 0)
        FROM payments_paymentattempt a JOIN orders_placement p ON p.order_id = a.order_id
        LEFT JOIN payments_receipt r ON r.attempt_id = a.id
        LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM payments_refund WHERE receipt_id = r.id) f ON true
        WHERE a.received <> coalesce(r.amount, 0) OR a.refunded <> coalesce(f.amount, 0)
        """,
    ),
    (
        "refund = its shares",
        """
        SELECT f.key::text, CASE WHEN f.kind = 'unplaced' THEN 0 ELSE f.amount END, coalesce(s.amount, 0)
        FROM payments_refund f
        LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM fulfilment_refundshare WHERE refund_id = f.id) s ON true
        WHERE CASE WHEN f.kind = 'unplaced' THEN 0 ELSE f.amount END <> coalesce(s.amount, 0)
        """,
    ),
    (
        "refunded = shares of the part and of the line",
        """
        SELECT v.number, v.goods_refunded || ' + ' || v.freight_refunded, s.goods || ' + ' || s.freight
        FROM fulfilment_vendororder v
        JOIN LATERAL (
            SELECT coalesce(sum(amount) FILTER (WHERE sold_line_id IS NOT NULL), 0) AS goods,
                   coalesce(sum(amount) FILTER (WHERE sold_line_id IS NULL), 0) AS freight
            FROM fulfilment_refundshare WHERE vendor_order_id = v.id
        ) s ON true
        WHERE v.goods_refunded <> s.goods OR v.freight_refunded <> s.freight
        UNION ALL
        SELECT v.number || ' line ' || l.line_id, l.refunded_amount::text, s.amount::text
        FROM orders_soldline l
        JOIN fulfilment_vendororderline i ON i.sold_line_id = l.line_id
        JOIN fulfilment_vendororder v ON v.id = i.vendor_order_id
        JOIN LATERAL (
            SELECT coalesce(sum(amount), 0) AS amount FROM fulfilment_refundshare WHERE sold_line_id = l.line_id
        ) s ON true
        WHERE l.refunded_amount <> s.amount
        """,
    ),
    (
        "order = its parts = their lines",
        """
        SELECT p.number, p.goods_total || ' + ' || p.freight_total,
               v.goods || ' + ' || v.freight || ', lines ' || l.goods
        FROM orders_placement p
        JOIN LATERAL (
            SELECT coalesce(sum(goods_amount), 0) AS goods, coalesce(sum(freight_amount), 0) AS freight
            FROM fulfilment_vendororder WHERE order_id = p.order_id
        ) v ON true
        JOIN LATERAL (
            SELECT coalesce(sum(goods_amount), 0) AS goods FROM orders_soldline WHERE order_id = p.order_id
        ) l ON true
        WHERE p.goods_total <> v.goods OR p.freight_total <> v.freight OR p.goods_total <> l.goods
        """,
    ),
    (
        "a cancelled part keeps nothing",
        """
        SELECT v.number, v.goods_amount + v.freight_amount - v.goods_refunded - v.freight_refunded, 0
        FROM fulfilment_vendororder v
        WHERE v.state = 'cancelled' AND v.goods_amount + v.freight_amount <> v.goods_refunded + v.freight_refunded
          AND EXISTS (
            SELECT 1 FROM payments_receipt r JOIN payments_paymentattempt a ON a.id = r.attempt_id
            WHERE r.order_id = v.order_id AND a.part IN ('', v.number)
            AND NOT EXISTS (SELECT 1 FROM payments_refund f WHERE f.receipt_id = r.id AND f.kind = 'unplaced')
        )
        """,
    ),
    (
        "sales days = goods of receipts and refund shares",
        """
        SELECT coalesce(d.vendor_id, b.vendor_id) || ' ' || coalesce(d.day, b.day),
               coalesce(d.orders, 0) || ': ' || coalesce(d.sold, 0) || ' - ' || coalesce(d.refunded, 0),
               coalesce(b.orders, 0) || ': ' || coalesce(b.sold, 0) || ' - ' || coalesce(b.refunded, 0)
        FROM fulfilment_salesday d
        FULL JOIN ("""  # noqa: S608  constants only
        + SALES_BY_DAY
        + """) b ON b.vendor_id = d.vendor_id AND b.day = d.day
        WHERE (coalesce(d.orders, 0), coalesce(d.sold, 0), coalesce(d.refunded, 0))
           <> (coalesce(b.orders, 0), coalesce(b.sold, 0), coalesce(b.refunded, 0))
        """,
    ),
)
