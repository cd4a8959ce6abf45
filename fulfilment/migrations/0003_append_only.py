"""Shares are never rewritten; vendor orders keep their amounts."""

from django.db import migrations

from common.append_only import append_only, frozen_columns


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("fulfilment", "0002_initial")]

    operations = [
        append_only("fulfilment_refundshare"),
        frozen_columns(
            "fulfilment_vendororder", ["order_id", "vendor_id", "number", "goods_amount", "freight_amount"]
        ),
    ]
