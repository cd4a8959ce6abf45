"""Addresses that providers call."""

from django.urls import path

from hooks.views import stripe

app_name = "hooks"
urlpatterns = [path("stripe/", stripe, name="stripe")]
