"""Read-only; recipients do not show."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from messages.models import OutboxMessage


@admin.register(OutboxMessage)
class OutboxMessageAdmin(ReadOnlyAdmin):
    """State of each message."""

    list_display = ["template", "dedupe_key", "created_at", "sent_at", "attempts"]
    fields = ["template", "dedupe_key", "created_at", "sent_at", "attempts", "last_error"]
