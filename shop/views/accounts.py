"""Signing in and out, and registering. The browser's basket comes along."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from accounts.services import register as register_user
from accounts.throttle import TooManyTries
from common.errors import DomainError
from orders.services.basket import merge_on_sign_in
from shop.account_forms import RegisterForm, SignInForm
from shop.public import private_page
from shop.visitor import COOKIE, basket_key
from vendors.services.cards import note_sign_in

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@private_page
def sign_in(request: HttpRequest) -> HttpResponse:
    """The answer is the same for an unknown login and a wrong password."""
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = authenticate(
                request, username=form.cleaned_data["login"], password=form.cleaned_data["password"]
            )
        except TooManyTries as error:
            form.add_error(None, error)
        else:
            if isinstance(user, User):
                return welcome(request, user)
            form.add_error(None, _("手机号码（邮箱）或密码不对，请再试一次。"))
    return render(request, "accounts/sign_in.html", {"form": form, "next": onward(request)})


@private_page
def register(request: HttpRequest) -> HttpResponse:
    """A new account, signed in at once. Sent twice, the second finds it registered (B117)."""
    form = RegisterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = register_user(
                login=form.cleaned_data["login"],
                password=form.cleaned_data["password"],
                name=form.cleaned_data["name"],
            )
        except DomainError as error:
            form.add_error("password" if error.code == "weak_password" else "login", error.message)
        else:
            return welcome(request, user)
    return render(request, "accounts/register.html", {"form": form, "next": onward(request)})


@private_page
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session on this device."""
    logout(request)
    return redirect("shop:home")


def welcome(request: HttpRequest, user: User) -> HttpResponse:
    """Signed in: the browser's basket comes along, and the person goes where they wanted to."""
    key = basket_key(request)
    login(request, user, backend=BACKEND)
    note_sign_in(user=user, now=timezone.now())
    was_mixed = merge_on_sign_in(user=user, key=key)
    # What was merged is shown before anything is paid (B013).
    target = reverse("shop:basket") if was_mixed else onward(request) or reverse("shop:home")
    response = HttpResponseRedirect(target)
    response.delete_cookie(COOKIE)
    return response


def onward(request: HttpRequest) -> str:
    """Where the person wanted to go, when that is one of our own pages; else ""."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if is_ours else ""
