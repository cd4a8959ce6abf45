"""What stands in the households' records.

Each query lists (key, left, right) of the rows where the sides differ.
"""

POSTED: tuple[tuple[str, str], ...] = (
    (
        "own sales: income - expense = paid settlements and adjustments, freight aside",
        """
        SELECT v.household_id::text, coalesce(e.net, 0), coalesce(s.net, 0) FROM vendors_vendor v
        LEFT JOIN LATERAL (
            SELECT sum(CASE WHEN account = 'business_income' THEN amount ELSE -amount END) AS net
            FROM income_incomeentry WHERE household_id = v.household_id AND kind <> 'supply'
        ) e ON true
        LEFT JOIN LATERAL (
            SELECT sum(t.due - t.freight + coalesce(j.moved, 0)) AS net
            FROM settlement_payout p
            JOIN settlement_payoutitem i ON i.payout_id = p.id
            JOIN settlement_settlement t ON t.id = i.settlement_id
            LEFT JOIN LATERAL (
                SELECT sum(amount) AS moved FROM settlement_adjustment WHERE settlement_id = t.id
            ) j ON true
            WHERE p.vendor_id = v.id AND p.state = 'paid'
        ) s ON true
        WHERE v.household_id IS NOT NULL AND coalesce(e.net, 0) <> coalesce(s.net, 0)
        """,
    ),
    (
        "months = entries",
        """
        SELECT coalesce(m.household_id, e.household_id) || ' ' || coalesce(m.month, e.month),
               coalesce(m.entries, 0) || ': ' || coalesce(m.income, 0) || ' - ' || coalesce(m.expense, 0),
               coalesce(e.entries, 0) || ': ' || coalesce(e.income, 0) || ' - ' || coalesce(e.expense, 0)
        FROM income_incomemonth m
        FULL JOIN (
            SELECT household_id, month, count(*) AS entries, min(income_year) AS income_year,
                   coalesce(sum(amount) FILTER (WHERE account = 'business_income'), 0) AS income,
                   coalesce(sum(amount) FILTER (WHERE account = 'business_expense'), 0) AS expense
            FROM income_incomeentry GROUP BY household_id, month
        ) e ON e.household_id = m.household_id AND e.month = m.month
        WHERE (coalesce(m.entries, 0), coalesce(m.income, 0), coalesce(m.expense, 0))
           <> (coalesce(e.entries, 0), coalesce(e.income, 0), coalesce(e.expense, 0))
           OR m.income_year <> e.income_year
        """,
    ),
)
