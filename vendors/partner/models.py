"""Oscar's partner models, with the constraints that Oscar leaves out.

Oscar adds to `num_allocated` without a guard: stock 1, eight buyers, eight orders. Here the database refuses.
"""

from django.db import models
from django.db.models import F, Q
from oscar.apps.partner.abstract_models import AbstractStockRecord


class StockRecord(AbstractStockRecord):  # type: ignore[misc]  # Oscar is untyped
    """Price and stock of one product. One product has exactly one: two would make the price flip."""

    # An operator's goods whose stock may only come from a supply lot; set when the product is listed, for good.
    from_lots = models.BooleanField(default=False, db_default=False)

    class Meta(AbstractStockRecord.Meta):  # type: ignore[misc]  # as above
        constraints = [
            models.UniqueConstraint(fields=["product"], name="product_has_one_stock_record"),
            models.CheckConstraint(
                condition=Q(num_allocated__isnull=False, num_allocated__gte=0),
                name="stock_held_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(num_in_stock__isnull=False, num_allocated__lte=F("num_in_stock")),
                name="stock_held_is_at_most_on_hand",
            ),
            models.CheckConstraint(
                condition=Q(price__isnull=False, price__gt=0, price_currency="CNY"),
                name="stock_price_is_positive_yuan",
            ),
        ]


from oscar.apps.partner.models import *  # noqa: E402, F403  after our own class, as Oscar asks
from oscar.apps.partner.models import Partner  # noqa: E402

__all__ = ["Partner", "StockRecord"]
