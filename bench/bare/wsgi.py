"""No middleware, no template, no session: what any Django page costs at least."""

import os

import django
import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = "雁行集市" * (50_000 // 12)

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY="demo-bench",  # noqa: S106  it signs nothing
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            **environ.Env.db_url_config(os.environ["DATABASE_URL"]),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    },
)


def string(_request: HttpRequest) -> HttpResponse:
    """50 kB."""
    return HttpResponse(PAGE)


def select(_request: HttpRequest) -> HttpResponse:
    """50 kB after one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse(PAGE)


urlpatterns = [path("string/", string), path("select/", select)]
django.setup()
application = get_wsgi_application()
