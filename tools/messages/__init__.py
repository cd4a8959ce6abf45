"""Translations without GNU gettext: our source strings are Chinese, `locale/en` has the English."""
