"""What was settled stands; payouts keep what they pay."""

from django.db import migrations

from common.append_only import append_only, frozen_columns


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("settlement", "0001_initial")]

    operations = [
        append_only("settlement_settlement"),
        append_only("settlement_settlementline"),
        append_only("settlement_adjustment"),
        frozen_columns("settlement_payout", ["vendor_id", "payee_id", "amount", "made_by_id", "made_at"]),
        frozen_columns("settlement_payoutitem", ["payout_id", "settlement_id", "adjustment_id", "amount"]),
    ]
