"""Stock movements are never rewritten."""

from django.db import migrations

from common.append_only import append_only


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("vendors", "0001_initial")]

    operations = [
        append_only("vendors_stockmovement"),
    ]
