"""Oscar's models, unchanged."""

from oscar.apps.analytics.models import *  # noqa: F403  Oscar's way to fork behaviour only
