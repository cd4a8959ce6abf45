"""Production: everything named, nothing guessed, HTTPS throughout."""

from config.settings import base, refusals
from config.settings.base import *  # noqa: F403  Django's way to extend settings
from config.settings.env import environment, required, whole

DEBUG = False
IS_DEMO = False
SITE_URL = required("SITE_URL")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

refusals.check_secret("SECRET_KEY", base.SECRET_KEY)
refusals.check_secret("LOOKUP_KEY", base.LOOKUP_KEY)
refusals.check_field_keys(base.FIELD_KEYS)
refusals.check_addresses(SITE_URL, base.ALLOWED_HOSTS)
refusals.check_stripe(
    key=base.STRIPE_SECRET_KEY,
    webhook_secrets=base.STRIPE_WEBHOOK_SECRETS,
    api_base=base.STRIPE_API_BASE,
    live=base.STRIPE_LIVE,
)
refusals.check_bank(number=base.BANK_ACCOUNT_NUMBER, account_name=base.BANK_ACCOUNT_NAME, bank=base.BANK_NAME)

SECURE_SSL_REDIRECT = environment.bool("SECURE_SSL_REDIRECT", default=True)
# Probes ask the process itself, without the proxy that ends TLS.
SECURE_REDIRECT_EXEMPT = ["^livez$", "^readyz$"]
# gunicorn listens on a socket that only nginx reaches, and nginx overwrites the header (deploy/nginx.conf).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = whole("SECURE_HSTS_SECONDS", default=31_536_000, least=0, most=63_072_000)
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
EMAIL_HOST = required("EMAIL_HOST")
EMAIL_PORT = whole("EMAIL_PORT", default=587, least=1, most=65_535)
EMAIL_USE_TLS = environment.bool("EMAIL_USE_TLS", default=True)
EMAIL_HOST_USER = environment.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = environment.str("EMAIL_HOST_PASSWORD", default="")
DEFAULT_FROM_EMAIL = required("DEFAULT_FROM_EMAIL")
# Named, not guessed: "console" sends nothing, and whoever sets it has to mean it.
SMS_PROVIDER = required("SMS_PROVIDER")
