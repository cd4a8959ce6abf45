"""Read-only; account numbers do not show."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from vendors.models import StockHold, StockMovement, SupplyLot, SupplyPacking, Vendor, VendorPaper


@admin.register(Vendor)
class VendorAdmin(ReadOnlyAdmin):
    """Public data of the vendor."""

    list_display = ["shop_name", "kind", "village", "state"]


admin.site.register(StockMovement, ReadOnlyAdmin)
admin.site.register(StockHold, ReadOnlyAdmin)
admin.site.register(SupplyLot, ReadOnlyAdmin)
admin.site.register(SupplyPacking, ReadOnlyAdmin)
admin.site.register(VendorPaper, ReadOnlyAdmin)
