"""Sign-in and registration."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """Mobile number or e-mail, and password."""

    login = forms.CharField(
        label=_("手机号码或邮箱"), max_length=254, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("密码"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class RegisterForm(forms.Form):
    """A new account."""

    login = forms.CharField(
        label=_("手机号码或邮箱"), max_length=254, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    name = forms.CharField(label=_("称呼"), max_length=60, required=False)
    password = forms.CharField(
        label=_("密码"),
        help_text=_("至少8个字符。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class NumberForm(forms.Form):
    """Where the code goes."""

    mobile = forms.CharField(
        label=_("手机号码"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


class CodeForm(forms.Form):
    """The code from the message; the number comes along unseen."""

    mobile = forms.CharField(max_length=40, widget=forms.HiddenInput)
    code = forms.CharField(
        label=_("6位验证码"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
