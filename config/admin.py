"""The admin shows our own rows only, and changes none. Oscar's admins, which write, are never registered."""

from importlib import import_module

from django.contrib import admin

STAGES = (
    "common",
    "places",
    "messages",
    "accounts",
    "households",
    "vendors",
    "vendors.partner",
    "catalog",
    "orders",
    "payments",
    "fulfilment",
    "settlement",
    "income",
)

for stage in STAGES:
    import_module(f"{stage}.admin")

urls = admin.site.urls
