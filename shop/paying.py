"""Whether a payment is still in doubt, as the provider has it now."""

from datetime import datetime

from django.core.cache import cache
from redis.exceptions import RedisError

from common.audit import Actor
from flow.look_at_payment import look_at_payment
from orders.models import Placement
from payments.gateways.base import GatewayRefused, GatewayUnreachable
from payments.gateways.registry import STRIPE
from payments.models import PaymentAttempt

State = PaymentAttempt.State
IN_DOUBT = {State.OPEN, State.PROCESSING}
# A page that waits asks every few seconds, perhaps in several tabs; the provider is asked less often.
SECONDS_BETWEEN = 5


def is_in_doubt(placement: Placement, *, actor: Actor, now: datetime) -> bool:
    """Asks the provider; true while nobody knows yet. No answer leaves it in doubt: it is never a failure (B022)."""
    attempt = _started(placement)
    if attempt is None:
        return False
    try:
        return look_at_payment(attempt_key=attempt.key, actor=actor, now=now) in IN_DOUBT
    except (GatewayUnreachable, GatewayRefused):
        return True


def ask_now_and_then(placement: Placement, *, actor: Actor, now: datetime) -> None:
    """The same for a page that waits, so that it turns to paid by itself even when no notice comes."""
    attempt = _started(placement)
    if attempt is None:
        return
    try:
        may_ask = cache.add(f"shop:asked:{attempt.key}", 1, timeout=SECONDS_BETWEEN)
    except RedisError:
        return
    if may_ask:
        is_in_doubt(placement, actor=actor, now=now)


def _started(placement: Placement) -> PaymentAttempt | None:
    """The attempt at the provider, while its end is open. One statement."""
    if placement.state != Placement.State.AWAITING_PAYMENT:
        return None
    attempts = PaymentAttempt.objects.filter(
        order_id=placement.pk, part="", gateway=STRIPE, provider_ref__isnull=False
    )
    attempt = attempts.order_by("-pk").first()
    return attempt if attempt is not None and attempt.state in IN_DOUBT else None
