"""The signature of a notice: docs.stripe.com/webhooks, "Verify webhook signatures manually"."""

import hashlib
import hmac


def signature(body: bytes, *, secret: str, at: int) -> str:
    """The header for a body signed at this second."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"
