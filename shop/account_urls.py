"""Addresses of the account."""

from django.urls import path

from shop.views.accounts import register, sign_in, sign_out

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in, name="sign-in"),
    path("register/", register, name="register"),
    path("sign-out/", sign_out, name="sign-out"),
]
