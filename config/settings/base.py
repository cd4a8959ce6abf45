"""What holds everywhere. Development, tests and production add to it."""

from pathlib import Path

from csp.constants import NONE, SELF

from config.settings.apps import INSTALLED_APPS as INSTALLED_APPS  # noqa: PLC0414  passed on as a setting
from config.settings.env import environment, listed, required, whole
from config.settings.market import *  # noqa: F403  the market's rules are settings like the others
from config.settings.market import STRIPE_PAY_ORIGIN
from config.settings.oscar import *  # noqa: F403  as above, for Oscar
from config.settings.sms import *  # noqa: F403  as above, for text messages

# The newest heading of CHANGELOG.md says the same (tests/tools/test_version.py).
VERSION = "0.1.0"
BASE_DIR = Path(__file__).resolve().parent.parent.parent
# Photos, collected static files, the demo's sign-ins; supervisor.places reads the same name.
VAR_DIR = Path(environment.str("VAR_DIR", default="") or BASE_DIR / "var").resolve()

SECRET_KEY = required("SECRET_KEY")
# Fernet keys, the first encrypts, all decrypt; the look-up key hashes certificate numbers.
FIELD_KEYS = listed("FIELD_KEYS")
LOOKUP_KEY = required("LOOKUP_KEY")
DEBUG = False
ALLOWED_HOSTS = list(listed("ALLOWED_HOSTS"))
SITE_URL = environment.str("SITE_URL", default="http://127.0.0.1:8000")
SITE_ID = 1

DATABASES = {"default": environment.db_url_config(required("DATABASE_URL"))}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Django writes joins in the order of the way from what is filtered. Beyond five tables the planner keeps that order:
# trying all the others took longer than the question itself (docs/performance.md). An address with options wins.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c join_collapse_limit=5")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = required("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "yanxing",
        # A page must not wait for a cache that is away.
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }
}

# How long a page that is the same for everyone is kept for all processes; 0 keeps none. nginx keeps its own as long.
PAGE_CACHE_SECONDS = whole("PAGE_CACHE_SECONDS", default=5, least=0, most=60)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.MobileOrEmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "/"

MIDDLEWARE = [
    "common.odd_input.RefuseNul",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shop.context.site",
            ],
        },
    }
]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
# Photos come from this process only where nothing stands in front of it.
SERVES_MEDIA = False
MEDIA_ROOT = VAR_DIR / "media"

# Migrations of Oscar's apps that we only override in behaviour stay Oscar's own.
MIGRATION_MODULES = {"analytics": "oscar.apps.analytics.migrations"}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        # Browsers hold a form's redirect to it too: paying leads to the provider's page.
        "form-action": [SELF, STRIPE_PAY_ORIGIN],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "shop.views.errors.form_expired"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True  # every task is a repeatable call into flow or a stage
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 10,
    "socket_connect_timeout": 3,
    "health_check_interval": 25,
    "socket_keepalive": True,
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_DEFAULT_QUEUE = "default"
# Each finds what is due in the database: a beat that was away, or ticks twice, does no harm.
CELERY_BEAT_SCHEDULE = {
    name: {"task": f"clock.tasks.{name}", "schedule": seconds}
    for name, seconds in (
        ("expire_orders", 30.0),
        ("move_parcels_on", 300.0),
        ("sweep_notices", 30.0),
        ("send_refunds", 30.0),
        ("send_messages", 10.0),
        ("take_off_expired_papers", 300.0),
        ("resume_shops", 300.0),
        ("size_photos", 60.0),
        ("forget_sessions", 21_600.0),
    )
}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.str("DEFAULT_FROM_EMAIL", default="noreply@localhost")

LOGGING_CONFIG = "common.log_masking.configure"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # Django's own handlers would say it twice, or mail a whole request with its address and form.
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        # Each step of each slip.
        "weasyprint": {"level": "CRITICAL"},
        "fontTools": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
