"""Stripe's errors in our two kinds: nobody answered, or the answer is no."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import stripe

from payments.gateways.base import GatewayRefused, GatewayUnreachable

logger = logging.getLogger(__name__)

SERVER_ERROR = 500
CONFLICT = 409


@contextmanager
def our_errors() -> Iterator[None]:
    """Translates what the SDK raises. The original is dropped: it carries bodies and headers into logs."""
    try:
        yield
    except stripe.StripeError as error:
        raise translated(error) from None


def translated(error: stripe.StripeError) -> GatewayUnreachable | GatewayRefused:
    """Our error for Stripe's; only its kind, code and request id are logged."""
    kind, code, status = type(error).__name__, error.code or "", error.http_status or 0
    logger.warning("stripe said %s %s %s, request %s", kind, code, status, error.request_id)
    if isinstance(error, stripe.AuthenticationError | stripe.PermissionError):
        # A matter of our settings, not of this payment: once the key is right, asking again helps. Nothing
        # may fail for good until then. Stripe's own message repeats part of the key.
        logger.error("stripe does not accept the secret key")
        return GatewayUnreachable("not_authorised: the secret key was not accepted")
    unanswered = isinstance(error, stripe.APIConnectionError | stripe.APIError | stripe.RateLimitError)
    if unanswered or status == CONFLICT or status >= SERVER_ERROR:
        return GatewayUnreachable(f"{kind} {status}")
    if isinstance(error, stripe.IdempotencyError):
        return GatewayRefused("idempotency_error", error.user_message or "")
    return GatewayRefused(code or kind, error.user_message or "")
