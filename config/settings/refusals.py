"""What production refuses to start with. Each refusal names the setting and never shows its value."""

import base64
import binascii
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.env import WHERE

# `make up` begins its own keys with it (supervisor.keys), the tests theirs too.
DEMO = "demo-"
LEAST_KEY = 50
FERNET_BYTES = 32


def refuse(name: str, reason: str) -> None:
    """Stops the start.

    Raises:
        ImproperlyConfigured: always.
    """
    raise ImproperlyConfigured(f"{name} {reason} {WHERE}")


def check_secret(name: str, value: str) -> None:
    """A key of our own: not the demo's, and long."""
    if value.startswith(DEMO):
        refuse(name, "is a demo key. Make a new one for production.")
    if len(value) < LEAST_KEY:
        refuse(name, f"is shorter than {LEAST_KEY} characters.")


def check_field_keys(keys: Sequence[str]) -> None:
    """Fernet keys: 32 bytes in URL-safe base64 each."""
    if not keys:
        refuse("FIELD_KEYS", "is not set.")
    for place, key in enumerate(keys, start=1):
        try:
            plain = base64.urlsafe_b64decode(key)
        except (binascii.Error, ValueError):
            plain = b""
        if len(plain) != FERNET_BYTES:
            refuse("FIELD_KEYS", f"holds no Fernet key at place {place}.")
        if plain.startswith(DEMO.encode()):
            refuse("FIELD_KEYS", f"holds a demo key at place {place}. Make a new one for production.")


def check_addresses(site: str, hosts: Sequence[str]) -> None:
    """SITE_URL is https://host, one of ALLOWED_HOSTS, and those are named one by one."""
    if not hosts:
        refuse("ALLOWED_HOSTS", "is not set.")
    if "*" in hosts:
        refuse("ALLOWED_HOSTS", "may not be *.")
    parts = urlsplit(site)
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        refuse("SITE_URL", "must be https:// and a host, without a path.")
    is_known = any(host.lstrip(".") == parts.hostname for host in hosts) or any(
        host.startswith(".") and str(parts.hostname).endswith(host) for host in hosts
    )
    if not is_known:
        refuse("SITE_URL", "names a host that is not in ALLOWED_HOSTS.")


def check_stripe(*, key: str, webhook_secrets: Sequence[str], api_base: str, live: bool) -> None:
    """Stripe is either off, or complete: its mode stated, its notices checked, its address encrypted."""
    if not key:
        return
    if ("_live_" in key) != live:
        refuse("STRIPE_LIVE", "says one mode and STRIPE_SECRET_KEY is of the other.")
    if not webhook_secrets:
        refuse("STRIPE_WEBHOOK_SECRET", "is not set, and STRIPE_SECRET_KEY is.")
    if not api_base.startswith("https://"):
        refuse("STRIPE_API_BASE", "must begin with https://. The stand-in is for demos.")


def check_bank(*, number: str, account_name: str, bank: str) -> None:
    """An account to transfer to is shown whole or not at all."""
    if number and not account_name:
        refuse("BANK_ACCOUNT_NAME", "is not set, and BANK_ACCOUNT_NUMBER is.")
    if number and not bank:
        refuse("BANK_NAME", "is not set, and BANK_ACCOUNT_NUMBER is.")
