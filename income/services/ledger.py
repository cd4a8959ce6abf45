"""Writes entries and the roll-up of their months together; nothing else may write either."""

from datetime import date

from django.db import connection

from common.clock import income_year_of, month_of
from common.money import ZERO
from income.models import IncomeEntry

_ADD_MONTH = """
INSERT INTO income_incomemonth (household_id, month, income_year, income, expense, entries)
VALUES (%s, %s, %s, %s, %s, 1)
ON CONFLICT ON CONSTRAINT income_month_is_one_row_a_household DO UPDATE SET
    income = income_incomemonth.income + EXCLUDED.income,
    expense = income_incomemonth.expense + EXCLUDED.expense,
    entries = income_incomemonth.entries + 1
"""


def days_of(day: date) -> dict[str, date | int]:
    """The day an entry bears, with its month and income year."""
    return {"on": day, "month": month_of(day), "income_year": income_year_of(day)}


def write(entries: list[IncomeEntry]) -> list[IncomeEntry]:
    """Adds the entries and grows their months in the caller's transaction, by household: see docs/locking.md."""
    made = IncomeEntry.objects.bulk_create(entries)
    with connection.cursor() as cursor:
        for entry in sorted(made, key=lambda entry: (entry.household_id, entry.month)):
            is_income = entry.account == IncomeEntry.Account.BUSINESS_INCOME
            income, expense = (entry.amount, ZERO) if is_income else (ZERO, entry.amount)
            cursor.execute(_ADD_MONTH, [entry.household_id, entry.month, entry.income_year, income, expense])
    return made
