"""Tests: the real engines, cheap password hashes, no manifest of static files to collect first."""

import os

os.environ.setdefault("SECRET_KEY", "demo-for-tests-only-0123456789abcdefghijklmnopqrstuvwxyz")
os.environ.setdefault("FIELD_KEYS", "ZGVtby1mb3ItdGVzdHMtb25seS0wMTIzNDU2Nzg5YWI=")
os.environ.setdefault("LOOKUP_KEY", "demo-00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")
os.environ.setdefault("STRIPE_SECRET_KEY", "sk_test_for_tests_only")
os.environ.setdefault("STRIPE_WEBHOOK_SECRET", "whsec_for_tests_only")
os.environ.setdefault("STRIPE_API_BASE", "http://127.0.0.1:9")

from config.settings.base import *  # noqa: F403  after the values above
from config.settings.base import CACHES

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
IS_DEMO = False
# A page shows at once what a test has changed.
PAGE_CACHE_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
# Counters of an earlier run, or of another worker, are not this one's.
CACHES["default"]["KEY_PREFIX"] = f"yanxing-test-{os.getpid()}"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
OSCAR_BASKET_COOKIE_SECURE = False
BANK_ACCOUNT_NAME = "测试运营公司"
BANK_ACCOUNT_NUMBER = "0000000000000000"
BANK_NAME = "测试银行"
GATEWAY_COLLECTION_DOCUMENT = "test 1"
