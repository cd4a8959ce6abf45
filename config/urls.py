"""Addresses: Chinese without prefix, English under /en/. Oscar's own are never mounted."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

from config.admin import urls
from shop.views.health import livez, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("livez", livez),
    path("readyz", readyz),
    path("admin/", urls),
    path("hooks/", include("hooks.urls")),
    *i18n_patterns(
        path("", include("shop.urls")),
        path("account/", include("shop.account_urls")),
        path("desk/", include("desk.urls")),
        path("office/", include("office.urls")),
        path("operator/", include("backoffice.urls")),
        prefix_default_language=False,
    ),
]

if settings.SERVES_MEDIA:
    urlpatterns.append(path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}))
