"""Signing in with a code that is sent to the phone: no password, no puzzle.

Source: issue "The villager's desk", sign in; domain.md 6. Whatever the number, known or not, the same is said and
the same is done, so that nobody learns who has an account.
"""

import secrets
from datetime import datetime, timedelta
from hmac import compare_digest

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from accounts.models import SignInCode, User
from accounts.throttle import count_code
from common.encryption import lookup_hash
from common.errors import DomainError
from common.text import clean_mobile, narrow
from messages.services.writing import write

DIGITS = 6
RESEND = timedelta(seconds=60)
VALID = timedelta(minutes=5)
MOST_TRIES = 5
MOST_A_DAY = 10
TEMPLATE = "sign_in_code"


def send_code(*, mobile: str, address: str, language: str, now: datetime) -> str:
    """Writes a new code to the outbox; returns the number in its one form. Earlier codes of it count no more.

    Raises:
        DomainError: no mobile number, asked for again within a minute, or too often today or from this address.
    """
    number = clean_mobile(mobile)
    count_code(address)
    number_hash = _hash(number)
    with transaction.atomic():
        _one_at_a_time(number_hash)
        sent = SignInCode.objects.filter(number_hash=number_hash, sent_at__gt=now - timedelta(days=1))
        times = list(sent.order_by("-sent_at").values_list("sent_at", flat=True)[:MOST_A_DAY])
        if times and now - times[0] < RESEND:
            raise DomainError(_("验证码已经发出，请等60秒再重新获取。"), code="too_soon")
        if len(times) == MOST_A_DAY:
            raise DomainError(
                _("今天获取验证码的次数太多了，请明天再试，或用密码登录。"), code="too_many_codes"
            )
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        made = SignInCode.objects.create(
            number_hash=number_hash, code_hash=_hash(number + code), sent_at=now, expires_at=now + VALID
        )
        write(
            mobile=number,
            language=language,
            template=TEMPLATE,
            context={"code": code},
            dedupe_key=f"code:{made.pk}",
            now=now,
        )
    return number


def sign_in_with_code(*, mobile: str, code: str, now: datetime) -> User:
    """The person with this number, known before or new, when the code is the last one sent to it.

    Raises:
        DomainError: wrong, used, expired, or tried too often; which of them is not said.
    """
    number = clean_mobile(mobile)
    if not _is_right(number, "".join(narrow(code).split()), now):
        raise _wrong()
    user = _user(number)
    if not user.is_active:
        raise _wrong()
    return user


def end_other_sessions(user: User) -> None:
    """Ends every session of this person; the caller keeps its own by renewing it."""
    user.session_salt = secrets.token_urlsafe(16)
    user.save(update_fields=["session_salt"])


def _is_right(number: str, code: str, now: datetime) -> bool:
    with transaction.atomic():
        # One last code for a number: the lock makes tries that come together count one by one.
        last = (
            SignInCode.objects.select_for_update()
            .filter(number_hash=_hash(number), sent_at__gt=now - timedelta(days=1))
            .order_by("-sent_at", "-pk")
            .first()
        )
        expected = last.code_hash if last else _hash(number)
        is_equal = compare_digest(expected, _hash(number + code))
        if last is None or last.used_at or last.expires_at <= now or last.tries >= MOST_TRIES:
            return False
        SignInCode.objects.filter(pk=last.pk).update(tries=F("tries") + 1, used_at=now if is_equal else None)
        return is_equal


def _user(number: str) -> User:
    found = User.objects.filter(mobile=number).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return User.objects.create_user(mobile=number, password=None)
    except IntegrityError:
        # Two phones, or two taps, at once: the other made it.
        return User.objects.get(mobile=number)


def _one_at_a_time(number_hash: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"code:{number_hash}"])


def _hash(text: str) -> str:
    return lookup_hash(f"sign-in:{text}")


def _wrong() -> DomainError:
    return DomainError(_("验证码不对或已过期。请再看一遍短信，或重新获取。"), code="wrong_code")
