"""Limits tries at passwords: per login and per network address, counted in the cache.

A village may share one address, so its limit is far above a person's. Without the cache nobody is limited:
signing in must not fail because of it.
"""

import ipaddress
from collections.abc import Iterator

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from redis.exceptions import RedisError

from common.encryption import lookup_hash
from common.errors import DomainError

WINDOW_SECONDS = 15 * 60
MOST_FOR_LOGIN, MOST_FROM_ADDRESS = 10, 60
CODE_WINDOW_SECONDS, MOST_CODES = 60 * 60, 60
# A customer of IPv6 has a whole network of addresses.
IPV6_PREFIX = 64


class TooManyTries(ValidationError):
    """A form's error, so that the admin's sign-in shows it like ours does."""


def count_try(*, login: str, request: HttpRequest | None) -> None:
    """Counts one try before the password is looked at, so that many at once gain nothing.

    Raises:
        TooManyTries: the limit is reached; the right password is refused too, until the window ends.
    """
    over = [_counted(key) > most for key, most in _keys(login, request)]
    if any(over):
        raise TooManyTries(_("试的次数太多了，请15分钟后再试。"), code="too_many_tries")


def forget_tries(*, login: str, request: HttpRequest | None) -> None:
    """The password was right: the login begins anew, and the address has one try less."""
    try:
        for key, most in _keys(login, request):
            if most == MOST_FOR_LOGIN:
                cache.delete(key)
            else:
                cache.decr(key)
    except (RedisError, ValueError):
        return


def address_of(request: HttpRequest | None) -> str:
    """Who asks; of IPv6 the network. Empty where nobody can tell.

    Behind nginx gunicorn listens on a socket, which has no address: there, and only there, the header is nginx's own.
    """
    if request is None:
        return ""
    text = request.META.get("REMOTE_ADDR") or request.META.get("HTTP_X_FORWARDED_FOR", "")
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return ""
    if address.version == 4:  # noqa: PLR2004  of the two versions there are
        return str(address)
    return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))


def _keys(login: str, request: HttpRequest | None) -> Iterator[tuple[str, int]]:
    """Numbers and addresses stay out of the cache: only their hashes lie there."""
    yield f"tries:login:{lookup_hash(login)}", MOST_FOR_LOGIN
    address = address_of(request)
    if address:
        yield f"tries:address:{lookup_hash(address)}", MOST_FROM_ADDRESS


def count_code(address: str) -> None:
    """Counts one code asked for from a network address ("" where nobody can tell).

    Raises:
        DomainError: too many within the hour.
    """
    if address and _counted(f"codes:{lookup_hash(address)}", window=CODE_WINDOW_SECONDS) > MOST_CODES:
        raise DomainError(_("这个网络获取验证码的次数太多了，请一小时后再试。"), code="too_many_codes")


def _counted(key: str, *, window: int = WINDOW_SECONDS) -> int:
    """How many with this one; 0 while the cache is away. The window begins with the first."""
    try:
        cache.add(key, 0, timeout=window)
        return int(cache.incr(key))
    except (RedisError, ValueError):  # ValueError: the window ended between the two
        return 0
