"""Notices from Stripe: the signature, the age and the mode are checked; nothing else in them is believed."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import stripe

from payments.gateways.base import Notice, NoticeRejected
from payments.gateways.stripe_reading import our_key

MAX_BYTES = 256 * 1024
MAX_AGE = timedelta(seconds=300)
# The SDK lets any future time pass; a minute is enough for two clocks that disagree.
MAX_AHEAD = timedelta(seconds=60)
SIGNATURE = "stripe-signature"


def read_notice(
    *, body: bytes, headers: Mapping[str, str], secrets: tuple[str, ...], live: bool, now: datetime
) -> Notice:
    """The notice in a request.

    The age is measured here against `now`, not by the SDK against the machine's clock, so that both bounds
    stand side by side.

    Raises:
        NoticeRejected: too large, no or a wrong signature, too old, from the future, of the other mode.
    """
    if len(body) > MAX_BYTES:
        raise NoticeRejected("too_large")
    signature = next((value for name, value in headers.items() if name.lower() == SIGNATURE), "")
    _check_signature(body, signature, secrets)
    _check_age(signature, now)
    notice = _notice(body)
    if notice.live != live:
        raise NoticeRejected("wrong_mode")
    return notice


def _check_signature(body: bytes, signature: str, secrets: tuple[str, ...]) -> None:
    """Several secrets are valid while one replaces another."""
    for secret in secrets:
        try:
            stripe.WebhookSignature.verify_header(body, signature, secret)
        except stripe.SignatureVerificationError:
            continue
        except UnicodeDecodeError:
            raise NoticeRejected("malformed") from None
        return
    raise NoticeRejected("bad_signature" if secrets else "no_secret_configured")


def _check_age(signature: str, now: datetime) -> None:
    """The header is verified, so its first `t` is a number and is the one that was signed."""
    first = next(part for part in signature.split(",") if part.startswith("t="))
    signed_at = datetime.fromtimestamp(int(first[2:]), tz=UTC)
    if signed_at < now - MAX_AGE:
        raise NoticeRejected("too_old")
    if signed_at > now + MAX_AHEAD:
        raise NoticeRejected("from_future")


def _notice(body: bytes) -> Notice:
    try:
        event = json.loads(body)
        about = event["data"]["object"]
        kind, metadata = about.get("object", ""), about.get("metadata") or {}
        return Notice(
            event_id=str(event["id"]),
            kind=str(event["type"]),
            created_at=datetime.fromtimestamp(event["created"], tz=UTC),
            about_ref=str(about.get("id") or ""),
            object_ref=str(about["id"]) if kind == "checkout.session" else "",
            refund_ref=str(about["id"]) if kind == "refund" else "",
            attempt_key=our_key(metadata.get("attempt") or about.get("client_reference_id")),
            live=event["livemode"] is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoticeRejected("malformed") from error
