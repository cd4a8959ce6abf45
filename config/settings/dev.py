"""Development and the demo on one's own machine: `make up`."""

from config.settings.base import *  # noqa: F403  Django's way to extend settings
from config.settings.base import ALLOWED_HOSTS
from config.settings.env import environment

DEBUG = environment.bool("DEBUG", default=False)
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost"]
IS_DEMO = environment.bool("IS_DEMO", default=True)
OSCAR_BASKET_COOKIE_SECURE = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SERVES_MEDIA = True
