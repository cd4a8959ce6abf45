"""Production: everything named, nothing guessed, HTTPS throughout."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403  Django's way to extend settings
from config.settings.base import FIELD_KEYS, LOOKUP_KEY, SECRET_KEY
from config.settings.env import environment, listed, required

DEBUG = False
IS_DEMO = False
ALLOWED_HOSTS = list(listed("ALLOWED_HOSTS"))
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set. deploy/.env.example says what belongs there.")
if not FIELD_KEYS:
    raise ImproperlyConfigured("FIELD_KEYS is not set. deploy/.env.example says what belongs there.")
for name, value in (("SECRET_KEY", SECRET_KEY), ("LOOKUP_KEY", LOOKUP_KEY)):
    if value.startswith("demo-"):
        raise ImproperlyConfigured(f"{name} is a demo key. Make a new one for production.")

SITE_URL = required("SITE_URL")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_SSL_REDIRECT = environment.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = environment.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

MEDIA_BACKEND = environment.str("MEDIA_BACKEND", default="django.core.files.storage.FileSystemStorage")
STORAGES = {
    "default": {"BACKEND": MEDIA_BACKEND},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = environment.str("EMAIL_HOST", default="localhost")
EMAIL_PORT = environment.int("EMAIL_PORT", default=25)
