"""Read-only: stock and price change through services that leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from vendors.partner.models import Partner, StockRecord

admin.site.register(Partner, ReadOnlyAdmin)
admin.site.register(StockRecord, ReadOnlyAdmin)
