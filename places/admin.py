"""Read-only: places come with the project, designations by signed list."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from places.models import (
    DemonstrationTown,
    DesignationList,
    DesignationWithdrawal,
    Town,
    Village,
    VillageDesignation,
)

for model in (Town, Village, DemonstrationTown, VillageDesignation, DesignationList, DesignationWithdrawal):
    admin.site.register(model, ReadOnlyAdmin)
