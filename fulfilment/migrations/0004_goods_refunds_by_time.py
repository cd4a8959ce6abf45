"""An index by time for the office's second count of refunds."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Writing waits while the index is built: seconds for a million rows."""

    dependencies = [("fulfilment", "0003_append_only")]

    operations = [
        migrations.AddIndex(
            model_name="refundshare",
            index=models.Index(
                fields=["booked_at"], condition=Q(sold_line__isnull=False), name="refund_of_goods_by_time"
            ),
        ),
    ]
