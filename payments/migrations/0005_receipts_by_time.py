"""An index by time for the office's second count of receipts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Writing waits while the index is built: seconds for a million rows."""

    dependencies = [("payments", "0004_notices_without_payload")]

    operations = [
        migrations.AddIndex(
            model_name="receipt", index=models.Index(fields=["received_at"], name="receipt_by_time")
        ),
    ]
