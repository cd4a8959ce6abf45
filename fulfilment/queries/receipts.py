"""Which vendor orders a receipt paid, as far as an officer may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.queries import officer_scope
from common.errors import NotForYou
from common.money import ZERO, total
from fulfilment.models import RefundShare, VendorOrder
from payments.models import Receipt
from payments.queries import kept_receipts


@dataclass(frozen=True, slots=True)
class Paid:
    """A receipt, the parts of it in the branch, the refunds of those parts; the rest as one sum in yuan."""

    receipt: Receipt
    parts: Sequence[VendorOrder]
    shares: Sequence[RefundShare]
    of_others: Decimal


def paid_for(user: User, receipt_id: int) -> Paid:
    """What a receipt paid in the officer's branch. Four statements.

    Raises:
        NotForYou: nothing of it lies in the branch, or it is not there.
    """
    scope = officer_scope(user)
    receipt = kept_receipts().filter(pk=receipt_id).select_related("attempt", "order__placement").first()
    if receipt is None:
        raise _nothing()
    is_its_part = Q(number=receipt.attempt.part) if receipt.attempt.part else Q()
    parts = list(
        VendorOrder.objects.filter(is_its_part, order_id=receipt.order_id)
        .select_related("vendor__village__town", "vendor__household")
        .order_by("pk")
    )
    seen = [
        part
        for part in parts
        if scope.covers(town_code=part.vendor.village.town_id, village_code=part.vendor.village_id)
    ]
    if not seen:
        raise _nothing()
    shares = RefundShare.objects.filter(vendor_order__in=seen).select_related(
        "refund", "sold_line", "vendor_order"
    )
    others = [part.total for part in parts if part not in seen]
    return Paid(receipt, seen, list(shares.order_by("pk")), total(others) if others else ZERO)


def _nothing() -> NotForYou:
    return NotForYou(_("没有找到这笔收款。"), code="no_receipt")
