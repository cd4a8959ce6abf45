"""Read-only; certificate numbers do not show."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from households.models import Household


@admin.register(Household)
class HouseholdAdmin(ReadOnlyAdmin):
    """Number and village only."""

    list_display = ["number", "village"]
    fields = ["village", "national_household_no", "provisional_no"]
