"""Receipts are never rewritten; refunds keep their amount and reason."""

from django.db import migrations

from common.append_only import append_only, frozen_columns


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("payments", "0001_initial")]

    operations = [
        append_only("payments_receipt"),
        frozen_columns("payments_refund", ["key", "receipt_id", "order_id", "kind", "amount", "reason"]),
    ]
