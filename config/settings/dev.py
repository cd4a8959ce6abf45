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

# A demo can be paid into as well; no bank has such an account.
if IS_DEMO:
    BANK_ACCOUNT_NAME = environment.str("BANK_ACCOUNT_NAME", default="示例运营公司（虚构）")
    BANK_ACCOUNT_NUMBER = environment.str("BANK_ACCOUNT_NUMBER", default="0000 0000 0000 0000")
    BANK_NAME = environment.str("BANK_NAME", default="示例银行（虚构）")
    SERVICE_PHONE = environment.str("SERVICE_PHONE", default="0759-0000000")
