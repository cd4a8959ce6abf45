"""Payments of lots: made for the whole lot, once. The caller has the transaction."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import DomainError
from settlement.models import SupplyPayment
from settlement.queries import live_payment_of
from vendors.models import SupplyLot


def make(*, lot: SupplyLot, made_by: User, now: datetime) -> SupplyPayment:
    """The whole amount of a received lot. The lot is locked by the caller.

    Raises:
        DomainError: it is not received, is worth nothing, or has its payment already.
    """
    if lot.state != SupplyLot.State.RECEIVED or lot.amount <= 0 or live_payment_of(lot.pk) is not None:
        raise DomainError(_("这批货现在不能做付款单：还没有收货，或者已经做过。"), code="lot_not_payable")
    return SupplyPayment.objects.create(lot=lot, amount=lot.amount, made_by=made_by, made_at=now)
