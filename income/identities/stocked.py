"""What lies on hand and is held, in packs.

Each query lists (key, left, right) of the rows where the sides differ.
"""

STOCKED: tuple[tuple[str, str], ...] = (
    (
        "received + returned - sold - lost = on hand",
        """
        SELECT s.id::text, s.num_in_stock, coalesce(m.net, 0) FROM partner_stockrecord s
        LEFT JOIN LATERAL (
            SELECT sum(CASE WHEN kind IN ('received', 'returned') THEN quantity ELSE -quantity END) AS net
            FROM vendors_stockmovement WHERE stockrecord_id = s.id
        ) m ON true
        WHERE s.num_in_stock <> coalesce(m.net, 0)
        """,
    ),
    (
        "held = open holds",
        """
        SELECT s.id::text, s.num_allocated, coalesce(h.open, 0) FROM partner_stockrecord s
        LEFT JOIN LATERAL (
            SELECT sum(quantity - taken - released) AS open FROM vendors_stockhold WHERE stockrecord_id = s.id
        ) h ON true
        WHERE s.num_allocated <> coalesce(h.open, 0)
        """,
    ),
    (
        "what has left or is cancelled holds nothing",
        """
        SELECT DISTINCT v.number || ' ' || h.stockrecord_id, h.quantity - h.taken - h.released, 0
        FROM fulfilment_vendororder v
        JOIN orders_placement p ON p.order_id = v.order_id
        JOIN fulfilment_vendororderline i ON i.vendor_order_id = v.id
        JOIN orders_soldline l ON l.line_id = i.sold_line_id
        JOIN vendors_stockhold h ON h.stockrecord_id = l.stockrecord_id
         AND h.source IN ('order:' || p.number, 'order:' || p.number || ':again')
        WHERE v.state IN ('shipped', 'received', 'completed', 'cancelled')
          AND h.quantity - h.taken - h.released <> 0
        """,
    ),
)
