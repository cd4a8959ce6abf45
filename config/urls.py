"""Addresses: Chinese without prefix, English under /en/. Oscar's own are never mounted."""

from django.conf.urls.i18n import i18n_patterns

from django.urls import URLPattern, URLResolver, path

from config.admin import urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", urls),
    *i18n_patterns(prefix_default_language=False),
]
