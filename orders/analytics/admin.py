"""Oscar's admin, unchanged."""

from oscar.apps.analytics.admin import *  # noqa: F403  Oscar's way to fork behaviour only
