"""Records money that came in by hand, and says what became of it."""

from datetime import datetime

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backoffice.forms import ReceivedForm
from common.audit import Actor
from flow.confirm_payment import Outcome, confirm_payment
from flow.money import Money
from payments.models import PaymentAttempt

_SAID: dict[Outcome, str | Promise] = {
    Outcome.PAID: _("已登记到账。"),
    Outcome.ALREADY: _("这笔款项之前已经登记过，没有重复记账。"),
    Outcome.REOPENED: _("订单曾超时关闭，货还在，已重新打开并通知农户备货。"),
    Outcome.GIVEN_BACK: _("订单已经结束，这笔款项要退给买家，请到“人工退款”办理。"),
}


def booked(
    request: HttpRequest,
    *,
    attempt: PaymentAttempt,
    form: ReceivedForm,
    method: str,
    actor: Actor,
    now: datetime,
) -> bool:
    """True when the money stands in the books, now or before. Otherwise the form says why not."""
    money = Money(
        amount=form.cleaned_data["amount"],
        currency="CNY",
        provider_ref=form.cleaned_data["reference"],
        method=method,
        received_at=now,
    )
    try:
        outcome = confirm_payment(attempt_key=attempt.key, money=money, actor=actor, now=now)
    except IntegrityError as error:
        if "receipt_is_booked_once" not in str(error):
            raise
        form.add_error("reference", _("这个凭证号已经登记在另一笔款项上，请核对。"))
        return False
    if outcome == Outcome.MISMATCH:
        form.add_error("amount", _("与应收金额不符，没有登记为已付；已列入“待处理事项”。"))
        return False
    if outcome == Outcome.OTHER_REFERENCE:
        form.add_error("reference", _("这个订单已经用另一个凭证号登记过到账，没有重复记账。"))
        return False
    messages.success(request, str(_SAID[outcome]))
    return True
