"""The income ledger only grows."""

from django.db import migrations

from common.append_only import append_only


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("income", "0002_initial")]

    operations = [
        append_only("income_incomeentry"),
    ]
