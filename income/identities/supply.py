"""What households delivered to operators, what was packed of it, and what they were paid.

Each query lists (key, left, right) of the rows where the sides differ.
"""

SUPPLY: tuple[tuple[str, str], ...] = (
    (
        "supply: income entries = supply payments",
        """
        SELECT coalesce(e.household_id, p.household_id)::text, coalesce(e.amount, 0), coalesce(p.amount, 0)
        FROM (
            SELECT household_id, sum(amount) AS amount FROM income_incomeentry
            WHERE kind = 'supply' GROUP BY household_id
        ) e
        FULL JOIN (
            SELECT s.household_id, sum(s.amount) AS amount FROM settlement_supplypayment y
            JOIN vendors_supplyshare s ON s.lot_id = y.lot_id
            WHERE y.state = 'paid' GROUP BY s.household_id
        ) p ON p.household_id = e.household_id
        WHERE coalesce(e.amount, 0) <> coalesce(p.amount, 0)
        """,
    ),
    (
        "supply entry = its share, on the day of its payment",
        """
        SELECT e.id::text, e.amount || ' ' || e.on,
               s.amount || ' ' || (y.ended_at AT TIME ZONE 'Asia/Shanghai')::date
        FROM income_incomeentry e
        JOIN vendors_supplyshare s ON s.id = e.supply_share_id
        JOIN settlement_supplypayment y ON y.id = e.supply_payment_id
        WHERE e.amount <> s.amount OR e.household_id <> s.household_id OR s.lot_id <> y.lot_id
              OR y.state <> 'paid' OR e.on <> (y.ended_at AT TIME ZONE 'Asia/Shanghai')::date
        """,
    ),
    (
        "supply lot = its shares",
        """
        SELECT l.number, l.grams || ' g ' || l.amount, coalesce(s.grams, 0) || ' g ' || coalesce(s.amount, 0)
        FROM vendors_supplylot l
        LEFT JOIN (
            SELECT lot_id, sum(grams) AS grams, sum(amount) AS amount FROM vendors_supplyshare GROUP BY lot_id
        ) s ON s.lot_id = l.id
        WHERE (l.grams, l.amount) IS DISTINCT FROM (s.grams, s.amount)
        """,
    ),
    (
        "supply lot paid = its supply payment",
        """
        SELECT l.number, CASE WHEN l.state = 'paid' THEN l.amount ELSE 0 END, coalesce(y.amount, 0)
        FROM vendors_supplylot l
        LEFT JOIN (
            SELECT lot_id, sum(amount) AS amount FROM settlement_supplypayment
            WHERE state = 'paid' GROUP BY lot_id
        ) y ON y.lot_id = l.id
        WHERE CASE WHEN l.state = 'paid' THEN l.amount ELSE 0 END <> coalesce(y.amount, 0)
        """,
    ),
    (
        "packed from a lot = its packings, at most what was received",
        """
        SELECT l.number, l.packed_g || ' of ' || l.grams, coalesce(p.grams, 0) FROM vendors_supplylot l
        LEFT JOIN (
            SELECT lot_id, sum(grams) AS grams FROM vendors_supplypacking GROUP BY lot_id
        ) p ON p.lot_id = l.id
        WHERE l.packed_g <> coalesce(p.grams, 0) OR l.packed_g > l.grams
        """,
    ),
    (
        "stock received of a lot-sold product = packed from lots",
        """
        SELECT s.id::text, coalesce(m.quantity, 0), coalesce(p.packs, 0) FROM partner_stockrecord s
        LEFT JOIN (
            SELECT stockrecord_id, sum(quantity) AS quantity FROM vendors_stockmovement
            WHERE kind = 'received' GROUP BY stockrecord_id
        ) m ON m.stockrecord_id = s.id
        LEFT JOIN (
            SELECT stockrecord_id, sum(packs) AS packs FROM vendors_supplypacking GROUP BY stockrecord_id
        ) p ON p.stockrecord_id = s.id
        WHERE s.from_lots AND coalesce(m.quantity, 0) <> coalesce(p.packs, 0)
        """,
    ),
)
