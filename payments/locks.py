"""The only source of locked payment rows: after the placement, in primary-key order."""

from uuid import UUID

from payments.models import PaymentAttempt, Receipt, Refund


def lock_attempts_of(order_id: int) -> list[PaymentAttempt]:
    """All attempts of an order."""
    return list(PaymentAttempt.objects.select_for_update().filter(order_id=order_id).order_by("pk"))


def lock_attempt_of(receipt: Receipt) -> PaymentAttempt:
    """The attempt that a receipt belongs to."""
    return PaymentAttempt.objects.select_for_update().get(pk=receipt.attempt_id)


def lock_refund(key: UUID) -> Refund:
    """A refund by its key."""
    return Refund.objects.select_for_update().get(key=key)
