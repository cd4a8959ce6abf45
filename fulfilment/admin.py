"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from fulfilment.models import Parcel, RefundShare, VendorOrder

admin.site.register(VendorOrder, ReadOnlyAdmin)
admin.site.register(Parcel, ReadOnlyAdmin)
admin.site.register(RefundShare, ReadOnlyAdmin)
