"""The SDK's client as we want it: short timeouts, few retries, nothing told about our machines."""

import os
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

import requests
import stripe
from django.conf import settings

CONNECT_SECONDS, READ_SECONDS = 3, 10
RETRIES = 2


@dataclass(frozen=True, slots=True)
class StripeConfig:
    """Everything the gateway needs to know. Hashable, so that one client serves one configuration."""

    secret_key: str
    webhook_secrets: tuple[str, ...]
    api_base: str
    methods: tuple[str, ...]
    live: bool
    hold: timedelta
    min_amount: Decimal

    def __repr__(self) -> str:
        """Without the secrets, since a repr ends in logs."""
        return f"StripeConfig(api_base={self.api_base!r}, methods={self.methods!r}, live={self.live})"


def new_client(config: StripeConfig) -> stripe.StripeClient:
    """A client for `config`. A lost reply is asked again with the same key, twice."""
    stripe.enable_telemetry = False
    # Stripe's support sees which program asks; it learns nothing else of ours.
    stripe.set_app_info("yanxing-market", version=settings.VERSION)
    # In test mode the SDK turns a header of Stripe's into Python warnings.
    os.environ.setdefault("STRIPE_SUPPRESS_NOTICES", "true")
    return stripe.StripeClient(
        config.secret_key,
        base_addresses={"api": config.api_base.rstrip("/")},
        max_network_retries=RETRIES,
        http_client=stripe.RequestsClient(
            timeout=(CONNECT_SECONDS, READ_SECONDS), session=_session(config.api_base)
        ),
    )


def _session(api_base: str) -> requests.Session | None:
    """For a stand-in on this machine, a session that no proxy of the environment can divert."""
    if urlsplit(api_base).hostname not in {"127.0.0.1", "localhost", "::1"}:
        return None
    session = requests.Session()
    session.trust_env = False
    return session
