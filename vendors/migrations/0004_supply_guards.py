"""What a lot holds once it is received, whose stock it may fill, and papers that stay as recorded."""

from django.db import migrations

from common.append_only import append_only, frozen_columns
from common.guards import guard


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [
        ("vendors", "0003_supply_lots_and_papers"),
        ("partner", "0009_stockrecord_from_lots"),
    ]

    operations = [
        frozen_columns("vendors_supplylot", ["number", "operator_id", "entered_at"]),
        append_only("vendors_supplypacking"),
        frozen_columns(
            "vendors_vendorpaper",
            ["vendor_id", "kind", "number", "valid_from", "valid_until", "recorded_at", "recorded_by"],
        ),
        guard(
            name="supply_lot_belongs_to_an_operator",
            table="vendors_supplylot",
            when="BEFORE INSERT",
            refuse_if="(SELECT kind FROM vendors_vendor WHERE id = NEW.operator_id) = 'household'",
        ),
        guard(
            name="supply_lot_goes_forward",
            table="vendors_supplylot",
            when="BEFORE UPDATE",
            refuse_if="""NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
                (('draft', 'received'), ('draft', 'void'), ('received', 'paid'), ('received', 'void'))""",
        ),
        guard(
            name="supply_lot_keeps_what_was_received",
            table="vendors_supplylot",
            when="BEFORE UPDATE",
            refuse_if="""NEW.packed_g < OLD.packed_g OR OLD.state <> 'draft' AND
                (NEW.what, NEW.what_en, NEW.price_per_kg, NEW.grams, NEW.amount, NEW.received_at)
                IS DISTINCT FROM
                (OLD.what, OLD.what_en, OLD.price_per_kg, OLD.grams, OLD.amount, OLD.received_at)""",
        ),
        guard(
            name="supply_lot_is_the_sum_of_its_shares",
            table="vendors_supplylot",
            when="BEFORE INSERT OR UPDATE",
            refuse_if="""NEW.state IN ('received', 'paid') AND OLD.state IS DISTINCT FROM NEW.state
                AND NOT EXISTS (SELECT 1 FROM
                (SELECT sum(grams) AS grams, sum(amount) AS amount FROM vendors_supplyshare
                 WHERE lot_id = NEW.id) s WHERE s.grams = NEW.grams AND s.amount = NEW.amount)""",
        ),
        # FOR SHARE: who receives the lot at this moment is waited for.
        guard(
            name="supply_share_is_frozen_once_received",
            table="vendors_supplyshare",
            when="BEFORE INSERT OR UPDATE OR DELETE",
            refuse_if="""(SELECT state FROM vendors_supplylot
                WHERE id = COALESCE(OLD.lot_id, NEW.lot_id) FOR SHARE) <> 'draft'
                OR NEW.lot_id <> OLD.lot_id""",
        ),
        guard(
            name="lot_is_packed_for_its_own_operator",
            table="vendors_supplypacking",
            when="BEFORE INSERT",
            refuse_if="""NOT EXISTS (SELECT 1 FROM vendors_supplylot l
                JOIN vendors_vendor v ON v.id = l.operator_id
                JOIN partner_stockrecord s ON s.partner_id = v.partner_id AND s.from_lots
                WHERE l.id = NEW.lot_id AND s.id = NEW.stockrecord_id)""",
        ),
        guard(
            name="stock_of_a_lot_sold_product_comes_from_a_lot",
            table="vendors_stockmovement",
            when="BEFORE INSERT",
            refuse_if="""NEW.kind = 'received' AND NEW.packing_id IS NULL
                AND (SELECT from_lots FROM partner_stockrecord WHERE id = NEW.stockrecord_id)""",
        ),
        guard(
            name="stock_from_a_lot_is_what_was_packed",
            table="vendors_stockmovement",
            when="BEFORE INSERT",
            refuse_if="""NEW.packing_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vendors_supplypacking
                WHERE id = NEW.packing_id AND stockrecord_id = NEW.stockrecord_id AND packs = NEW.quantity)""",
        ),
        guard(
            name="lot_sold_product_stays_so",
            table="partner_stockrecord",
            when="BEFORE UPDATE OF from_lots",
            refuse_if="NEW.from_lots <> OLD.from_lots",
        ),
    ]
