"""Records money that came in by hand, and says what became of it and what happens next."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backoffice.forms import ReceivedForm
from common.audit import Actor
from common.errors import DomainError
from flow.confirm_payment import Outcome, confirm_payment
from flow.give_back import return_mismatch
from flow.money import Money
from payments.models import PaymentAttempt

_DONE: dict[Outcome, str | Promise] = {
    Outcome.PAID: gettext_lazy("已登记收到 ¥%(amount)s，凭证号 %(reference)s。"),
    Outcome.ALREADY: gettext_lazy("凭证号 %(reference)s 之前已经登记在这个订单，没有重复记账，不用再办。"),
    Outcome.REOPENED: gettext_lazy(
        "已登记收到 ¥%(amount)s。订单曾超时关闭，货还在，现已重新打开，并通知农户备货。"
    ),
    Outcome.GIVEN_BACK: gettext_lazy(
        "已登记收到 ¥%(amount)s，这笔钱用不上，要退给买家：转账以后，在下面“退款”一栏登记。"
    ),
}
_REFUSED: dict[Outcome, tuple[str, str | Promise]] = {
    Outcome.MISMATCH: (
        "amount",
        gettext_lazy(
            "应收 ¥%(due)s，填的是 ¥%(amount)s，没有登记，订单继续等候足额付款；已列入“待处理事项”。"
        ),
    ),
    Outcome.OTHER_REFERENCE: (
        "reference",
        gettext_lazy("这个订单已经用另一个凭证号登记过到账，没有重复记账。"),
    ),
    Outcome.UNKNOWN: (
        "reference",
        gettext_lazy("没有找到这个订单的收款，款项没有登记；已列入“待处理事项”，请核对订单号。"),
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Either the money stands in the books, or the form says why not; then what may be done instead."""

    is_booked: bool
    # The amount was wrong: it may be booked as it came and given back.
    may_return: bool = False
    # The order has its money: the operator may say that really another transfer came.
    may_be_another: bool = False


def booked(
    request: HttpRequest,
    *,
    attempt: PaymentAttempt,
    form: ReceivedForm,
    method: str,
    actor: Actor,
    now: datetime,
) -> Answer:
    """Books what was typed; `act` of the page says whether it is another transfer, or to be given back."""
    act = request.POST.get("act", "")
    money = Money(
        amount=form.cleaned_data["amount"],
        currency="CNY",
        provider_ref=form.cleaned_data["reference"],
        method=method,
        received_at=now,
        is_another=act == "another",
    )
    try:
        if act == "return":
            return_mismatch(attempt_key=attempt.key, money=money, actor=actor, now=now)
            outcome = Outcome.GIVEN_BACK
        else:
            outcome = confirm_payment(attempt_key=attempt.key, money=money, actor=actor, now=now)
    except DomainError as error:
        form.add_error(None, error.message)
        return Answer(is_booked=False)
    except IntegrityError as error:
        if "receipt_is_booked_once" not in str(error):
            raise
        form.add_error("reference", _("这个凭证号已经登记在另一个订单上，请核对。"))
        return Answer(is_booked=False)
    return _say(request, form, outcome, attempt=attempt, money=money)


def _say(
    request: HttpRequest, form: ReceivedForm, outcome: Outcome, *, attempt: PaymentAttempt, money: Money
) -> Answer:
    told = {"amount": f"{money.amount:.2f}", "reference": money.provider_ref, "due": attempt.amount}
    if outcome in _DONE:
        level = messages.WARNING if outcome == Outcome.GIVEN_BACK else messages.SUCCESS
        messages.add_message(request, level, str(_DONE[outcome]) % told)
        return Answer(is_booked=True)
    field, words = _REFUSED[outcome]
    form.add_error(field, str(words) % told)
    return Answer(
        is_booked=False,
        may_return=outcome == Outcome.MISMATCH,
        may_be_another=outcome == Outcome.OTHER_REFERENCE,
    )
