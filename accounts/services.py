"""Registers people."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError
from common.text import clean_mobile, narrow


def clean_login(text: str) -> tuple[str | None, str | None]:
    """(mobile, e-mail): exactly one is set.

    Raises:
        DomainError: it is neither.
    """
    login = narrow(text)
    if "@" not in login:
        return clean_mobile(login), None
    try:
        validate_email(login)
    except ValidationError as error:
        raise DomainError(_("电子邮箱的写法不对，请再看一遍。"), code="bad_email") from error
    return None, login.lower()


def register(*, login: str, password: str, name: str) -> User:
    """A new user by mobile number or e-mail.

    Raises:
        DomainError: the login is malformed or taken, or the password too weak.
    """
    mobile, email = clean_login(login)
    try:
        validate_password(password)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), code="weak_password") from error
    try:
        with transaction.atomic():
            return User.objects.create_user(mobile=mobile, email=email, password=password, name=narrow(name))
    except IntegrityError as error:
        raise DomainError(_("这个手机号或邮箱已经注册过，请直接登录。"), code="login_taken") from error
