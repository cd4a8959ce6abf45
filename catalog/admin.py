"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from catalog.models import Listing, Storefront
from common.admin import ReadOnlyAdmin

admin.site.register(Storefront, ReadOnlyAdmin)
admin.site.register(Listing, ReadOnlyAdmin)
