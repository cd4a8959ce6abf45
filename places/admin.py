"""Read-only: places come with the project, designations by import."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from places.models import DemonstrationTown, Town, Village, VillageDesignation

for model in (Town, Village, DemonstrationTown, VillageDesignation):
    admin.site.register(model, ReadOnlyAdmin)
