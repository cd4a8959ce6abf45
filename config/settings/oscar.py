"""Oscar's settings. `oscar.defaults` first, then what this market decides otherwise."""

from django.utils.translation import gettext_lazy as _
from oscar.defaults import *  # noqa: F403  Oscar's documented way to take its defaults

OSCAR_SHOP_NAME = _("雁行集市")
OSCAR_DEFAULT_CURRENCY = "CNY"
# Before the first migration: otherwise Chinese slugs turn into code points and overflow the column.
OSCAR_SLUG_ALLOW_UNICODE = True
OSCAR_EAGER_ALERTS = False
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_BASKET_COOKIE_SECURE = True
OSCAR_COOKIES_DELETE_ON_LOGOUT = ["oscar_history"]
# What was sold keeps its photo as sold.
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_HIDDEN_FEATURES = ["wishlists", "reviews"]

# States are ours (orders.states); Oscar's pipelines only have to know the words.
OSCAR_INITIAL_ORDER_STATUS = "awaiting_payment"
OSCAR_INITIAL_LINE_STATUS = "placed"
OSCAR_ORDER_STATUS_PIPELINE = {
    "awaiting_payment": ("open", "expired", "cancelled"),
    "open": ("completed", "cancelled"),
    "expired": ("open",),
    "cancelled": (),
    "completed": (),
}
OSCAR_LINE_STATUS_PIPELINE = {"placed": ()}

# Haystack must be importable for Oscar's own modules; search itself is ours (catalog.search).
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
PHONENUMBER_DEFAULT_REGION = "CN"
