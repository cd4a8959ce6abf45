"""A provider's notice: stored once, then the object it names is fetched afresh."""

from datetime import datetime

from common.audit import PROVIDER
from flow.look_at_payment import act_on
from flow.send_refund import act_on_refund
from payments.gateways.base import GatewayRefused, Notice, SeenRefund
from payments.gateways.registry import gateway
from payments.models import PaymentAttempt, Problem, ProviderEvent, Refund
from payments.services import notices, problems

State = ProviderEvent.State


def store_notice(code: str, notice: Notice, *, now: datetime) -> int | None:
    """Stores a notice whose signature was right; None when it is stored already."""
    event = notices.store(
        notices.Arrived(
            gateway=code,
            event_id=notice.event_id,
            kind=notice.kind,
            about_ref=notice.about_ref,
            object_ref=notice.object_ref,
            refund_ref=notice.refund_ref,
            attempt_key=notice.attempt_key,
            is_live=notice.live,
            stamped_at=notice.created_at,
        ),
        now=now,
    )
    return event.pk if event is not None else None


def process_notice(event_id: int, *, now: datetime) -> None:
    """Acts on a stored notice. Repeatable: a second time finds everything done.

    Raises:
        GatewayUnreachable: the provider does not answer; the notice stays new and is tried again.
    """
    event = ProviderEvent.objects.get(pk=event_id)
    if event.state != State.NEW:
        return
    if event.refund_ref:
        _refund(event, now=now)
        return
    if not event.object_ref:
        notices.done(event, state=State.DONE, remark="nothing to fetch", now=now)
        return
    attempt = _attempt_of(event)
    if attempt is None:
        _unknown(event, now=now)
        return
    try:
        seen = gateway(event.gateway).fetch(event.object_ref)
    except GatewayRefused as error:
        _unknown(event, now=now, remark=error.code)
        return
    if seen.attempt_key != attempt.key:
        _unknown(event, now=now, remark="names another attempt")
        return
    outcome = act_on(seen, attempt=attempt, actor=PROVIDER, now=now)
    odd = outcome in {"mismatch", "unknown"}
    notices.done(event, state=State.ODD if odd else State.DONE, remark=outcome or seen.state, now=now)


def _attempt_of(event: ProviderEvent) -> PaymentAttempt | None:
    by_session = PaymentAttempt.objects.filter(gateway=event.gateway, provider_ref=event.object_ref).first()
    if by_session is not None or event.attempt_key is None:
        return by_session
    # The reply to our start was lost: the attempt does not know its session yet, the notice does.
    return PaymentAttempt.objects.filter(
        gateway=event.gateway, key=event.attempt_key, provider_ref__isnull=True
    ).first()


def _refund(event: ProviderEvent, *, now: datetime) -> None:
    try:
        seen = gateway(event.gateway).fetch_refund(event.refund_ref)
    except GatewayRefused as error:
        _unknown(event, now=now, remark=error.code)
        return
    # By our key: the notice may be faster than the reply to our own request, which brings the reference.
    refund = _refund_of(seen, gateway_code=event.gateway)
    if refund is None:
        _unknown(event, now=now, remark="refund is not ours")
        return
    if refund.provider_ref not in {"", seen.provider_ref}:
        notices.done(event, state=State.DONE, remark="an earlier try", now=now)
        return
    act_on_refund(refund_key=refund.key, seen=seen, now=now)
    notices.done(event, state=State.DONE, remark=seen.state, now=now)


def _refund_of(seen: SeenRefund, *, gateway_code: str) -> Refund | None:
    if seen.refund_key is None:
        return None
    return Refund.objects.filter(receipt__gateway=gateway_code, key=seen.refund_key).first()


def _unknown(event: ProviderEvent, *, now: datetime, remark: str = "no such payment") -> None:
    problems.raise_problem(
        kind=Problem.Kind.UNKNOWN_ORDER,
        dedupe_key=f"notice:{event.gateway}:{event.object_ref or event.refund_ref}",
        text=f"{event.kind} {event.object_ref or event.refund_ref}: {remark}",
        order_id=None,
        now=now,
    )
    notices.done(event, state=State.ODD, remark=remark, now=now)
