"""A vendor says that a part cannot be sent: it goes on the operator's list, and the operator decides."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from common.audit import Actor, record
from common.errors import DomainError
from fulfilment.locks import lock_vendor_order
from fulfilment.models import VendorOrder
from fulfilment.services.vendor_orders import WrongState
from orders.locks import lock_placement
from payments.models import Problem
from payments.services import problems


def cannot_send(*, vendor_order: VendorOrder, reason: str, actor: Actor, now: datetime) -> None:
    """Asks the operator to call the part off. Nothing of the order changes until a person has decided.

    Raises:
        WrongState: it has left the house already, or has ended.
        DomainError: no reason is given, or the operator has it on the list already.
    """
    if not reason.strip():
        raise DomainError(_("请写明为什么发不了货。"), code="no_reason")
    with transaction.atomic():
        lock_placement(vendor_order.order_id)
        locked = lock_vendor_order(vendor_order.pk)
        if locked.state not in VendorOrder.TO_SEND:
            raise WrongState
        key = cannot_send_key(locked.number)
        if is_asked(locked.number):
            raise DomainError(_("已经告诉运营方了，正在等处理。"), code="asked_already")
        # An answered wish makes room for a new one under the same key.
        problems.put_aside(dedupe_key=key)
        problems.raise_problem(
            kind=Problem.Kind.CANNOT_SEND,
            dedupe_key=key,
            text=f"{locked.number} {locked.vendor.shop_name}：{reason.strip()}",
            order_id=locked.order_id,
            now=now,
        )
        record(
            actor=actor,
            action="cannot_send",
            object_kind="vendor_order",
            object_id=locked.number,
            now=now,
            reason=reason.strip(),
        )


def is_asked(number: str) -> bool:
    """Whether the operator has this part on the list and has not decided."""
    return Problem.objects.filter(dedupe_key=cannot_send_key(number), closed_at__isnull=True).exists()


def cannot_send_key(number: str) -> str:
    """The cause's key on the operator's list."""
    return f"cannot_send:{number}"
