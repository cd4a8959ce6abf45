"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from orders.models import Placement, SoldLine


@admin.register(Placement)
class PlacementAdmin(ReadOnlyAdmin):
    """State and sums; neither the secret link nor who receives the goods, and where."""

    list_display = ["number", "state", "method", "total", "placed_at"]
    fields = [
        *("number", "state", "method", "language", "goods_total", "freight_total", "total"),
        *("placed_at", "expires_at", "paid_at", "ended_at"),
    ]


admin.site.register(SoldLine, ReadOnlyAdmin)
