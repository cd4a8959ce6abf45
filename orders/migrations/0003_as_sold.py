"""What was sold keeps its title, price and unit; what was placed keeps its totals."""

from django.db import migrations

from common.append_only import frozen_columns


class Migration(migrations.Migration):
    """Triggers; they lock each table for a moment only."""

    dependencies = [("orders", "0002_initial")]

    operations = [
        frozen_columns(
            "orders_soldline",
            [
                "order_id",
                "vendor_id",
                "household_id",
                "village_id",
                "title",
                "spec",
                "unit_price",
                "quantity",
                "goods_amount",
            ],
        ),
        frozen_columns(
            "orders_placement", ["number", "token", "goods_total", "freight_total", "total", "placed_at"]
        ),
    ]
