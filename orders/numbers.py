"""Order numbers and secret links that nobody can guess."""

import secrets
from datetime import datetime

from common.clock import local_day


def new_number(now: datetime) -> str:
    """Sixteen digits to read out on the phone: the day, then ten at random."""
    return f"{local_day(now):%y%m%d}{secrets.randbelow(10**10):010d}"


def new_token() -> str:
    """The unguessable part of an order's link, 192 bits."""
    return secrets.token_urlsafe(24)
