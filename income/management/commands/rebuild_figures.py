"""`manage.py rebuild_figures`: makes the roll-ups equal to the rows they are summed from."""

from django.core.management.base import BaseCommand

from fulfilment.services.sales_days import rebuild_sales_days
from income.services.months import rebuild_months


class Command(BaseCommand):
    """Sales by day and months of the income record, again from receipts, refunds and entries. Repeatable."""

    help = "Rebuilds the sales days and the income months from their sources."

    def handle(self, *_args: object, **_options: object) -> None:
        """Prints how many rows were changed; a second run changes none."""
        self.stdout.write(f"sales days changed: {rebuild_sales_days()}")
        self.stdout.write(f"income months changed: {rebuild_months()}")
