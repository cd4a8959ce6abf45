"""What a household said stays as it was said."""

from django.db import migrations

from common.append_only import frozen_columns


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("income", "0006_costs_and_disputes")]

    operations = [
        frozen_columns(
            "income_cost",
            [
                "household_id",
                '"on"',
                "kind",
                "amount",
                "note",
                "slip",
                "entered_at",
                "entered_by",
                "acted_for",
            ],
        ),
        frozen_columns("income_dispute", ["entry_id", "reason", "raised_at", "raised_by", "acted_for"]),
    ]
