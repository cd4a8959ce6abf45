"""Read-only: these rows change through flow and services, which leave a record."""

from django.contrib import admin

from common.admin import ReadOnlyAdmin
from payments.models import PaymentAttempt, Problem, ProviderEvent, Receipt, Refund

admin.site.register(PaymentAttempt, ReadOnlyAdmin)
admin.site.register(Receipt, ReadOnlyAdmin)
admin.site.register(Refund, ReadOnlyAdmin)
admin.site.register(ProviderEvent, ReadOnlyAdmin)
admin.site.register(Problem, ReadOnlyAdmin)
