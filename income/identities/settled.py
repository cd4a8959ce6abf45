"""What is owed to each vendor, paid out and still open.

Each query lists (key, left, right) of the rows where the sides differ.
"""

SETTLED: tuple[tuple[str, str], ...] = (
    (
        "kept = settlement + adjustments + fee - borne by others",
        """
        SELECT v.number, v.goods_amount + v.freight_amount - v.goods_refunded - v.freight_refunded,
               s.due + s.fee - s.refunds_of_others + coalesce(j.moved, 0)
        FROM settlement_settlement s JOIN fulfilment_vendororder v ON v.id = s.vendor_order_id
        LEFT JOIN LATERAL (
            SELECT sum(amount - borne_by_others) AS moved FROM settlement_adjustment WHERE settlement_id = s.id
        ) j ON true
        WHERE v.goods_amount + v.freight_amount - v.goods_refunded - v.freight_refunded
              <> s.due + s.fee - s.refunds_of_others + coalesce(j.moved, 0)
        """,
    ),
    (
        "settlement = its vendor order and its lines",
        """
        SELECT v.number, s.goods || ' + ' || s.freight || ' - ' || s.fee,
               v.goods_amount || ' + ' || v.freight_amount || ' - ' || l.fee || ', kept ' || l.kept
        FROM settlement_settlement s JOIN fulfilment_vendororder v ON v.id = s.vendor_order_id
        JOIN LATERAL (
            SELECT coalesce(sum(goods_kept), 0) AS kept, coalesce(sum(fee), 0) AS fee
            FROM settlement_settlementline WHERE settlement_id = s.id
        ) l ON true
        JOIN LATERAL (
            SELECT coalesce(sum(r.amount) FILTER (WHERE r.sold_line_id IS NOT NULL), 0) AS goods,
                   coalesce(sum(r.amount), 0) AS all
            FROM fulfilment_refundshare r
            WHERE r.vendor_order_id = v.id AND r.borne_by = 'household'
              AND NOT EXISTS (SELECT 1 FROM settlement_adjustment WHERE refund_share_id = r.id)
        ) borne ON true
        WHERE s.goods <> v.goods_amount OR s.freight <> v.freight_amount OR s.fee <> l.fee
           OR l.kept <> s.goods - borne.goods OR s.refunds_borne <> borne.all
        """,
    ),
    (
        "payout = its items",
        """
        SELECT p.id::text, p.amount, coalesce(sum(i.amount), 0) FROM settlement_payout p
        LEFT JOIN settlement_payoutitem i ON i.payout_id = p.id
        GROUP BY p.id HAVING p.amount <> coalesce(sum(i.amount), 0)
        """,
    ),
    (
        "payout item = its settlement or adjustment",
        """
        SELECT i.id::text, i.amount, coalesce(s.due, a.amount) FROM settlement_payoutitem i
        LEFT JOIN settlement_settlement s ON s.id = i.settlement_id
        LEFT JOIN settlement_adjustment a ON a.id = i.adjustment_id
        WHERE i.amount <> coalesce(s.due, a.amount)
        """,
    ),
    (
        "paid out after it was settled",
        """
        SELECT i.id::text, s.settled_at, p.made_at FROM settlement_payoutitem i
        JOIN settlement_payout p ON p.id = i.payout_id
        JOIN settlement_settlement s ON s.id = i.settlement_id
        WHERE p.made_at < s.settled_at
        """,
    ),
    (
        "settled = paid + held + owed",
        """
        SELECT v.id::text, s.due + s.moved, p.out + s.owed FROM vendors_vendor v
        JOIN LATERAL (
            SELECT coalesce((SELECT sum(due) FROM settlement_settlement WHERE vendor_id = v.id), 0) AS due,
                   coalesce((SELECT sum(amount) FROM settlement_adjustment WHERE vendor_id = v.id), 0) AS moved,
                   coalesce((SELECT sum(due) FROM settlement_settlement t WHERE vendor_id = v.id AND NOT EXISTS (
                       SELECT 1 FROM settlement_payoutitem WHERE settlement_id = t.id AND is_live)), 0)
                   + coalesce((SELECT sum(amount) FROM settlement_adjustment t WHERE vendor_id = v.id AND NOT EXISTS (
                       SELECT 1 FROM settlement_payoutitem WHERE adjustment_id = t.id AND is_live)), 0) AS owed
        ) s ON true
        JOIN LATERAL (
            SELECT coalesce(sum(amount), 0) AS out FROM settlement_payout
            WHERE vendor_id = v.id AND state IN ('made', 'checked', 'paid')
        ) p ON true
        WHERE s.due + s.moved <> p.out + s.owed
        """,
    ),
)
