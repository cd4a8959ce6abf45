"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from orders.models import Placement, SoldLine

admin.site.register(Placement, ReadOnlyAdmin)
admin.site.register(SoldLine, ReadOnlyAdmin)
