"""The months of the income record once more from their entries: what rebuilds the roll-up."""

from django.db import connection, transaction

_BY_MONTH = """
    SELECT household_id, month, min(income_year) AS income_year, count(*) AS entries,
           coalesce(sum(amount) FILTER (WHERE account = 'business_income'), 0) AS income,
           coalesce(sum(amount) FILTER (WHERE account = 'business_expense'), 0) AS expense
    FROM income_incomeentry GROUP BY household_id, month
"""

_REMOVE = f"""
DELETE FROM income_incomemonth m WHERE NOT EXISTS (
    SELECT 1 FROM ({_BY_MONTH}) b WHERE b.household_id = m.household_id AND b.month = m.month
)
"""  # noqa: S608  a constant of this module

_WRITE = f"""
INSERT INTO income_incomemonth (household_id, month, income_year, income, expense, entries)
SELECT household_id, month, income_year, income, expense, entries FROM ({_BY_MONTH}) b
ON CONFLICT ON CONSTRAINT income_month_is_one_row_a_household DO UPDATE SET
    income_year = EXCLUDED.income_year, income = EXCLUDED.income, expense = EXCLUDED.expense,
    entries = EXCLUDED.entries
WHERE (income_incomemonth.income_year, income_incomemonth.income, income_incomemonth.expense,
       income_incomemonth.entries)
   <> (EXCLUDED.income_year, EXCLUDED.income, EXCLUDED.expense, EXCLUDED.entries)
"""  # noqa: S608  a constant of this module


def rebuild_months() -> int:
    """Makes the roll-up equal to the entries; how many rows changed. Nothing is posted while it runs."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE income_incomemonth IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_REMOVE)
        removed = cursor.rowcount
        cursor.execute(_WRITE)
        return int(removed + cursor.rowcount)
