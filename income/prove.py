"""Proves the design's identities over all data; each difference comes with what it concerns.

Source: design, "Money", identities.
"""

from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, slots=True)
class Difference:
    """An identity that does not hold: its name, the row it concerns, both sides in yuan or packs."""

    identity: str
    key: str
    left: str
    right: str


# Each query lists (key, left, right) of the rows where the sides differ.
_IDENTITIES: tuple[tuple[str, str], ...] = (
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
    (
        "own sales: income - expense = goods paid out - fee - refunds of goods borne",
        """
        SELECT v.household_id::text, coalesce(e.net, 0), coalesce(s.net, 0) FROM vendors_vendor v
        LEFT JOIN LATERAL (
            SELECT sum(CASE WHEN account = 'business_income' THEN amount ELSE -amount END) AS net
            FROM income_incomeentry WHERE household_id = v.household_id AND kind <> 'freight'
        ) e ON true
        LEFT JOIN LATERAL (
            SELECT sum(l.goods - l.fee + coalesce(j.goods, 0)) AS net
            FROM settlement_payout p
            JOIN settlement_payoutitem i ON i.payout_id = p.id
            JOIN LATERAL (
                SELECT sum(goods_kept) AS goods, sum(fee) AS fee FROM settlement_settlementline
                WHERE settlement_id = i.settlement_id
            ) l ON true
            LEFT JOIN LATERAL (
                SELECT sum(a.amount) AS goods FROM settlement_adjustment a
                JOIN fulfilment_refundshare r ON r.id = a.refund_share_id
                WHERE a.settlement_id = i.settlement_id AND r.sold_line_id IS NOT NULL
            ) j ON true
            WHERE p.vendor_id = v.id AND p.state = 'paid' AND i.settlement_id IS NOT NULL
        ) s ON true
        WHERE v.household_id IS NOT NULL AND coalesce(e.net, 0) <> coalesce(s.net, 0)
        """,
    ),
    (
        "months = entries",
        """
        SELECT m.household_id || ' ' || m.month, m.income - m.expense, coalesce(e.net, 0) FROM income_incomemonth m
        LEFT JOIN LATERAL (
            SELECT sum(CASE WHEN account = 'business_income' THEN amount ELSE -amount END) AS net
            FROM income_incomeentry WHERE household_id = m.household_id AND month = m.month
        ) e ON true
        WHERE m.income - m.expense <> coalesce(e.net, 0)
        """,
    ),
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


def prove() -> list[Difference]:
    """All differences; empty when every identity holds. One statement for each identity."""
    found = []
    with connection.cursor() as cursor:
        for identity, query in _IDENTITIES:
            cursor.execute(query)
            found += [
                Difference(identity=identity, key=str(key), left=str(left), right=str(right))
                for key, left, right in cursor.fetchall()
            ]
    return found
