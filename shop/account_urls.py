"""Addresses of the account."""

from django.urls import path

from shop.views.accounts import register, sign_in, sign_out
from shop.views.codes import elsewhere, enter, number

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in, name="sign-in"),
    path("code/", number, name="code"),
    path("code/enter/", enter, name="code-enter"),
    path("elsewhere/", elsewhere, name="elsewhere"),
    path("register/", register, name="register"),
    path("sign-out/", sign_out, name="sign-out"),
]
