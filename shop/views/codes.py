"""Signing in with a code from a message; ending the sessions on other phones."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.codes import end_other_sessions, send_code, sign_in_with_code
from accounts.models import User
from accounts.throttle import address_of
from common.errors import DomainError
from config.worker import ask
from shop.account_forms import CodeForm, NumberForm
from shop.public import language_of, private_page
from shop.views.accounts import onward, welcome

# On the villager's own phone (issue "The villager's desk", sign in).
STAYS_SECONDS = 90 * 24 * 60 * 60


@private_page
def number(request: HttpRequest) -> HttpResponse:
    """Asks for the number, and sends the code. The answer is the same for every number."""
    form = NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            mobile = send_code(
                mobile=form.cleaned_data["mobile"],
                address=address_of(request),
                language=language_of(request),
                now=timezone.now(),
            )
        except DomainError as error:
            if error.code == "too_soon":
                # The first code is on its way: type it.
                messages.info(request, error.message)
                return _code_page(request, CodeForm(initial={"mobile": form.cleaned_data["mobile"]}))
            form.add_error("mobile", error.message)
        else:
            ask("send_messages")
            return _code_page(request, CodeForm(initial={"mobile": mobile}))
    return render(request, "accounts/number.html", {"form": form, "next": onward(request)})


@private_page
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """The code typed: right, the person is in; pressed twice, they are in as well."""
    form = CodeForm(request.POST)
    if form.is_valid():
        try:
            user = sign_in_with_code(
                mobile=form.cleaned_data["mobile"], code=form.cleaned_data["code"], now=timezone.now()
            )
        except DomainError as error:
            if isinstance(request.user, User):
                return redirect(onward(request) or "shop:home")
            form.add_error("code", error.message)
        else:
            response = welcome(request, user)
            request.session.set_expiry(STAYS_SECONDS)
            return response
    return _code_page(request, form)


@private_page
@require_POST
@login_required
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Signs this person out everywhere but here: a lost or given-away phone is a stranger then."""
    user = request.user
    if isinstance(user, User):
        end_other_sessions(user)
        update_session_auth_hash(request, user)
        messages.success(request, _("其他手机和电脑上的登录已经全部退出。"))
    return redirect("shop:my-orders")


def _code_page(request: HttpRequest, form: CodeForm) -> HttpResponse:
    shown = {
        "form": form,
        "mobile": form["mobile"].value() or "",
        "next": onward(request),
        "outbox_url": reverse("shop:demo-messages") if settings.IS_DEMO else "",
    }
    return render(request, "accounts/code.html", shown)
