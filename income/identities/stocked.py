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
)
