"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from settlement.models import Adjustment, Payout, Settlement, SupplyPayment

admin.site.register(Settlement, ReadOnlyAdmin)
admin.site.register(Adjustment, ReadOnlyAdmin)
admin.site.register(Payout, ReadOnlyAdmin)
admin.site.register(SupplyPayment, ReadOnlyAdmin)
