"""Read-only."""

from django.contrib import admin

from accounts.models import OfficerRole, OperatorRole
from common.admin import ReadOnlyAdmin

admin.site.register(OfficerRole, ReadOnlyAdmin)
admin.site.register(OperatorRole, ReadOnlyAdmin)
