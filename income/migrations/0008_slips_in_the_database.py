"""The photo of a slip lies in the database, beside the cost that it belongs to."""

import django.db.models.deletion
from django.db import migrations, models

from common.append_only import append_only, frozen_columns


class Migration(migrations.Migration):
    """A new table and triggers; the table of costs is empty or small."""

    dependencies = [("income", "0007_disputes_stay")]

    operations = [
        migrations.RunSQL(
            """
            DROP TRIGGER income_cost_keeps_what_was_written ON income_cost;
            DROP TRIGGER income_cost_keeps_its_rows ON income_cost;
            """,
            migrations.RunSQL.noop,
        ),
        migrations.RemoveField("cost", "slip"),
        migrations.CreateModel(
            name="CostSlip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jpeg", models.BinaryField()),
                (
                    "cost",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="slip", to="income.cost"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "costslip",
            models.CheckConstraint(condition=~models.Q(jpeg=b""), name="cost_slip_is_not_empty"),
        ),
        frozen_columns(
            "income_cost",
            ["household_id", '"on"', "kind", "amount", "note", "entered_at", "entered_by", "acted_for"],
        ),
        append_only("income_costslip"),
    ]
