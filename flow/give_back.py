"""Money that cannot be used: booked as it came, and owed back to the buyer in the same transaction."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from common.text import in_our_words
from flow.money import Money
from flow.telling import tell_buyer
from orders.locks import lock_placement
from orders.models import Placement
from payments.gateways.registry import gateway
from payments.locks import lock_attempts_of
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from payments.services import attempts, problems
from payments.services.refunds import open_refund


def give_back(
    placement: Placement, receipt: Receipt, kind: Problem.Kind, *, actor: Actor, now: datetime
) -> Refund:
    """Owes the whole receipt to the buyer and tells both them and the operator. The placement is locked."""
    refund = open_refund(
        receipt=receipt,
        amount=receipt.amount,
        kind=Refund.Kind.UNPLACED,
        reason=in_our_words(kind.label),
        is_manual=not gateway(receipt.gateway).capabilities().refunds_by_api,
        requested_by=actor.label,
        now=now,
    )
    problems.raise_problem(
        kind=kind,
        dedupe_key=f"{kind}:{receipt.gateway}:{receipt.provider_ref}",
        text=f"{placement.number} ¥{receipt.amount} {receipt.provider_ref}",
        order_id=placement.pk,
        now=now,
    )
    tell_buyer(
        placement,
        "given_back",
        about=placement.number,
        now=now,
        values={"total": str(receipt.amount)},
        once=f"given_back:{receipt.pk}",
    )
    return refund


def surplus(
    placement: Placement,
    attempt: PaymentAttempt,
    money: Money,
    kind: Problem.Kind,
    *,
    actor: Actor,
    now: datetime,
) -> Refund:
    """Books money beside an attempt that it does not pay, and owes it back. Placement and attempts are locked."""
    receipt = attempts.received_beside(
        attempt,
        amount=money.amount,
        provider_ref=money.provider_ref,
        method=money.method,
        received_at=money.received_at,
        recorded_by=actor.label,
        now=now,
    )
    record(
        actor=actor,
        action="receive_surplus",
        object_kind="order",
        object_id=placement.number,
        now=now,
        detail={"amount": str(money.amount), "kind": str(kind)},
    )
    return give_back(placement, receipt, kind, actor=actor, now=now)


def return_mismatch(*, attempt_key: UUID, money: Money, actor: Actor, now: datetime) -> Refund:
    """Money by hand that is not the amount asked for: the operator books what came and gives it back.

    The order goes on waiting for its right amount.

    Raises:
        DomainError: it is the right amount, is not yuan, or this reference is booked already.
    """
    with transaction.atomic():
        found = PaymentAttempt.objects.get(key=attempt_key)
        placement = lock_placement(found.order_id)
        attempt = next(row for row in lock_attempts_of(placement.pk) if row.key == attempt_key)
        if money.amount == attempt.amount and attempt.state != PaymentAttempt.State.PAID:
            raise DomainError(_("金额与应收一致，请直接登记到账。"), code="amount_is_right")
        if money.amount <= 0 or money.currency != attempt.currency:
            raise DomainError(_("请填写实际到账的金额。"), code="no_amount")
        if attempts.is_booked(gateway=attempt.gateway, provider_ref=money.provider_ref):
            raise DomainError(_("这个凭证号已经登记过，请核对。"), code="reference_taken")
        problems.solved(
            dedupe_key=mismatch_key(attempt, money),
            note=in_our_words(_("已登记并退回。")),
            actor=actor,
            now=now,
        )
        return surplus(placement, attempt, money, Problem.Kind.AMOUNT_MISMATCH, actor=actor, now=now)


def mismatch_key(attempt: PaymentAttempt, money: Money) -> str:
    """The cause's key on the operator's list: this money for this attempt."""
    return f"mismatch:{attempt.key}:{money.provider_ref}:{money.amount}"
