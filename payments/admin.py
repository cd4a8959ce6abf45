"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from payments.models import PaymentAttempt, Problem, ProviderEvent, Receipt, Refund

admin.site.register(PaymentAttempt, ReadOnlyAdmin)
admin.site.register(Receipt, ReadOnlyAdmin)
admin.site.register(Refund, ReadOnlyAdmin)
admin.site.register(Problem, ReadOnlyAdmin)


@admin.register(ProviderEvent)
class ProviderEventAdmin(ReadOnlyAdmin):
    """Which notice, about what, and what became of it."""

    list_display = ["gateway", "event_id", "kind", "state", "received_at"]
    fields = [
        *("gateway", "event_id", "kind", "about_ref", "object_ref", "refund_ref", "attempt_key", "is_live"),
        *("stamped_at", "received_at", "state", "remark", "tries", "done_at"),
    ]
