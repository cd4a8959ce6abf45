"""The audit log can be read in the admin, and nothing else."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.http import HttpRequest

from common.models import AuditEntry

if TYPE_CHECKING:
    from django.db.models import Model

    BaseAdmin = admin.ModelAdmin[Model]
else:
    BaseAdmin = admin.ModelAdmin


class ReadOnlyAdmin(BaseAdmin):
    """Shows rows; adds, changes and deletes none. Money, stock and records change through flow only."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody deletes here."""
        return False


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """The log, newest first."""

    list_display = ["at", "actor_label", "action", "object_kind", "object_id"]
