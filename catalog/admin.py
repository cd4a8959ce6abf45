"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from catalog.models import Label, Listing, PaperRule, Storefront
from common.admin import ReadOnlyAdmin

admin.site.register(Storefront, ReadOnlyAdmin)
admin.site.register(Listing, ReadOnlyAdmin)
admin.site.register(Label, ReadOnlyAdmin)
admin.site.register(PaperRule, ReadOnlyAdmin)
