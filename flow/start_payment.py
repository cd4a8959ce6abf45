"""A buyer goes to pay: one session at the provider, made after the order and outside its transaction."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from common.errors import DomainError
from orders.models import Placement, SoldLine
from payments.gateways.base import GatewayRefused, GatewayUnreachable, PayLine, StartPayment
from payments.gateways.registry import gateway
from payments.models import PaymentAttempt
from payments.services import attempts


def start_payment(*, placement: Placement, return_url: str, cancel_url: str, now: datetime) -> str:
    """The address of the provider's pay page. Again gives the same session: nobody pays twice (B015, B018).

    Raises:
        DomainError: there is nothing left to pay.
        GatewayUnreachable: the provider does not answer; the order stays and can be paid later.
    """
    attempt = (
        PaymentAttempt.objects.filter(order_id=placement.pk, part="", state__in=attempts.OPEN_STATES)
        .order_by("-pk")
        .first()
    )
    if attempt is None or placement.expires_at is None or placement.expires_at <= now:
        raise DomainError(_("这个订单现在不需要付款。"), code="nothing_to_pay")
    if attempt.redirect_url:
        return attempt.redirect_url
    lines = SoldLine.objects.filter(order_id=placement.pk).order_by("pk")
    is_english = placement.language == "en"
    asked = StartPayment(
        attempt_key=attempt.key,
        order_number=placement.number,
        amount=attempt.amount,
        currency=attempt.currency,
        lines=tuple(
            PayLine(line.title_en if is_english else line.title, line.quantity, line.unit_price)
            for line in lines
        ),
        freight=placement.freight_total,
        return_url=return_url,
        cancel_url=cancel_url,
        expires_at=placement.expires_at,
        language=placement.language,
    )
    try:
        begun = gateway(attempt.gateway).start(asked)
    except GatewayRefused as error:
        # The log says why; to the buyer the platform is simply not there, and the order stays.
        raise GatewayUnreachable(str(error)) from None
    attempts.started(key=attempt.key, provider_ref=begun.provider_ref, redirect_url=begun.redirect_url)
    attempt.refresh_from_db()
    return attempt.redirect_url
