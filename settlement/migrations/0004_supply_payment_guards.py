"""A payment pays its whole lot, once; a lot is paid when its payment is."""

from django.db import migrations

from common.append_only import frozen_columns
from common.guards import guard


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("settlement", "0003_supply_payment"), ("vendors", "0004_supply_guards")]

    operations = [
        frozen_columns("settlement_supplypayment", ["lot_id", "amount", "made_by_id", "made_at"]),
        guard(
            name="supply_payment_pays_a_whole_received_lot",
            table="settlement_supplypayment",
            when="BEFORE INSERT",
            refuse_if="""(SELECT amount FROM vendors_supplylot
                WHERE id = NEW.lot_id AND state = 'received' FOR SHARE) IS DISTINCT FROM NEW.amount""",
        ),
        guard(
            name="supply_payment_ends_once",
            table="settlement_supplypayment",
            when="BEFORE UPDATE",
            refuse_if="OLD.state IN ('paid', 'failed') AND NEW IS DISTINCT FROM OLD",
        ),
        guard(
            name="supply_lot_paid_has_its_payment",
            table="vendors_supplylot",
            when="BEFORE INSERT OR UPDATE",
            refuse_if="""NEW.state = 'paid' AND NOT EXISTS
                (SELECT 1 FROM settlement_supplypayment WHERE lot_id = NEW.id AND state = 'paid')""",
        ),
    ]
