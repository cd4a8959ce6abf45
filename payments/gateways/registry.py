"""Gateways by code, built from settings."""

from datetime import timedelta
from decimal import Decimal
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from payments.gateways.bank_transfer import BankTransfer
from payments.gateways.base import Gateway
from payments.gateways.cash_on_delivery import CashOnDelivery
from payments.gateways.stripe_client import StripeConfig
from payments.gateways.stripe_gateway import StripeGateway

STRIPE, BANK_TRANSFER, CASH_ON_DELIVERY = "stripe", "bank_transfer", "cash_on_delivery"
# Stripe's sessions live at most 24 hours and outlive the order by half an hour.
LONGEST_HOLD_MINUTES = 23 * 60


def gateway(code: str) -> Gateway:
    """The gateway with this code.

    Raises:
        LookupError: there is none.
        ImproperlyConfigured: its settings are missing or contradict each other.
    """
    match code:
        case "stripe":
            return _stripe_for(_stripe_config())
        case "bank_transfer":
            return BankTransfer(hold=timedelta(days=settings.BANK_TRANSFER_DAYS))
        case "cash_on_delivery":
            return CashOnDelivery()
    raise LookupError(f"no gateway has the code {code!r}")


def offered() -> tuple[str, ...]:
    """The codes a buyer may choose from, in the order of the page; each only when its account is set."""
    return (*(code for code in accounts_set() if may_collect()), CASH_ON_DELIVERY)


def accounts_set() -> tuple[str, ...]:
    """The gateways whose account is set and belongs to the operator, not to the seller of record."""
    online = (STRIPE,) if settings.STRIPE_SECRET_KEY else ()
    transfer = (BANK_TRANSFER,) if settings.BANK_ACCOUNT_NUMBER else ()
    return (*online, *transfer)


def may_collect() -> bool:
    """Whether the operator may receive money for sellers: no gateway here splits it (design, "Money").

    In a demo always; in earnest only under a document, whose number stands in GATEWAY_COLLECTION_DOCUMENT.
    """
    return bool(settings.IS_DEMO or settings.GATEWAY_COLLECTION_DOCUMENT)


@lru_cache(maxsize=4)
def _stripe_for(config: StripeConfig) -> StripeGateway:
    """One client, with its open connections, for one configuration."""
    return StripeGateway(config)


def _stripe_config() -> StripeConfig:
    key: str = settings.STRIPE_SECRET_KEY
    if not key:
        raise ImproperlyConfigured("STRIPE_SECRET_KEY is not set. Stripe cannot be used without it.")
    if ("_live_" in key) != settings.STRIPE_LIVE:
        raise ImproperlyConfigured("STRIPE_LIVE says one mode and STRIPE_SECRET_KEY is of the other.")
    if settings.ONLINE_PAYMENT_MINUTES > LONGEST_HOLD_MINUTES:
        raise ImproperlyConfigured(f"ONLINE_PAYMENT_MINUTES is above {LONGEST_HOLD_MINUTES}.")
    return StripeConfig(
        secret_key=key,
        webhook_secrets=tuple(settings.STRIPE_WEBHOOK_SECRETS),
        api_base=settings.STRIPE_API_BASE,
        methods=tuple(settings.STRIPE_METHODS),
        live=settings.STRIPE_LIVE,
        hold=timedelta(minutes=settings.ONLINE_PAYMENT_MINUTES),
        # The least Stripe takes depends on the account's own currency: docs.stripe.com/currencies.
        min_amount=Decimal(getattr(settings, "STRIPE_MIN_AMOUNT", "0.01")),
    )
