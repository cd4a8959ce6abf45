"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from catalog.models import Storefront, Listing

admin.site.register(Storefront, ReadOnlyAdmin)
admin.site.register(Listing, ReadOnlyAdmin)
