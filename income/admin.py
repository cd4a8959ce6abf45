"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from income.models import IncomeEntry, IncomeMonth

admin.site.register(IncomeEntry, ReadOnlyAdmin)
admin.site.register(IncomeMonth, ReadOnlyAdmin)
