"""A buyer places an order: goods held, parts for each vendor, one payment to make."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.audit import Actor, record
from common.errors import DomainError
from common.idempotency import claim, finish
from common.money import total
from flow.telling import tell_buyer, tell_shop
from fulfilment.freight import Load, freight_by_vendor
from fulfilment.models import VendorOrder
from fulfilment.services.vendor_orders import open_vendor_orders
from orders.locks import lock_open_basket
from orders.models import Placement, SoldLine
from orders.numbers import new_number
from orders.queries.basket import BasketView, basket_view, shown_as
from orders.services.placing import Contact, Terms, write_order
from payments.gateways.base import Capabilities
from payments.gateways.registry import gateway, offered
from payments.services.attempts import open_attempt
from vendors.services import stock

SCOPE = "place"


class BasketChanged(DomainError):
    """Something moved since the buyer looked: price, stock, freight or a storefront's hours."""

    def __init__(self, view: BasketView) -> None:
        closed = next((line.closed_storefront for line in view.lines if line.closed_storefront), "")
        message = (
            _("“%(name)s”已暂停营业，里面的商品现在不能下单。") % {"name": closed}
            if closed
            else _("购物车里的价格、库存或运费有变化，请核对后再提交。")
        )
        super().__init__(message, code="basket_changed")
        self.view = view


@dataclass(frozen=True, slots=True)
class Placed:
    """The order; `is_new` is false when the same submission had made it before."""

    order_id: int
    number: str
    token: str
    is_new: bool


def freight_of(view: BasketView, *, province_code: str) -> dict[int, Decimal]:
    """Freight of each vendor's part, in yuan, as the confirmation page shows it.

    Raises:
        NotServed: no carrier goes there.
    """
    loads = [
        Load(line.vendor_id, line.freight_class, line.amount, line.net_weight_g * line.quantity)
        for line in view.lines
    ]
    return freight_by_vendor(loads, province_code=province_code)


def place_order(
    *,
    submission: str,
    basket_id: int,
    contact: Contact,
    method: str,
    language: str,
    buyer: User | None,
    shown: str,
    exceptions_confirmed: bool,
    actor: Actor,
    now: datetime,
) -> Placed:
    """Places the basket as one order. The same `submission` again, even at once, gives the same order.

    Raises:
        BasketChanged: what would be charged is not what was shown; nothing was written.
        DomainError: nobody can send there, the return exception was not confirmed, or the way to pay is not
            offered (any more) or not for so small an amount.
    """
    with transaction.atomic():
        earlier = claim(scope=SCOPE, key=submission, now=now)
        if earlier is not None:
            return _placed_before(earlier)
        way = _way_to_pay(method)
        lock_open_basket(basket_id)
        view = basket_view(basket_id, now=now)
        if not view.can_be_placed:
            raise BasketChanged(view)
        if view.needs_exception_confirmed and not exceptions_confirmed:
            raise DomainError(
                _("请先确认：鲜活易腐商品不适用七日无理由退货。"), code="exception_not_confirmed"
            )
        freight = freight_of(view, province_code=contact.area.code[:2])
        if shown_as(view, freight) != shown:
            raise BasketChanged(view)
        if view.goods_total + total(list(freight.values())) < way.min_amount:
            raise DomainError(
                _("这种付款方式至少要 ¥%(amount)s，请换一种付款方式。") % {"amount": way.min_amount},
                code="amount_too_small",
            )
        number = new_number(now)
        _hold(view, number, now)
        terms = Terms(
            method=method,
            language=language,
            buyer=buyer,
            freight_total=total(list(freight.values())),
            expires_at=None if way.hold is None else now + way.hold,
        )
        placement = write_order(view=view, contact=contact, terms=terms, number=number, now=now)
        _open_parts(placement, freight, is_cash=way.settles_on_delivery, now=now)
        record(actor=actor, action="place_order", object_kind="order", object_id=number, now=now)
        tell_buyer(placement, "placed", about=number, now=now, values={"total": str(placement.total)})
        finish(scope=SCOPE, key=submission, result=placement.pk)
    return Placed(placement.pk, placement.number, placement.token, is_new=True)


def _placed_before(order_id: str) -> Placed:
    placement = Placement.objects.get(pk=int(order_id))
    return Placed(placement.pk, placement.number, placement.token, is_new=False)


def _way_to_pay(method: str) -> Capabilities:
    if method not in offered():
        raise DomainError(_("这种付款方式现在不能使用，请换一种。"), code="method_not_offered")
    return gateway(method).capabilities()


def _hold(view: BasketView, number: str, now: datetime) -> None:
    try:
        stock.hold(
            source=f"order:{number}",
            wanted=[stock.Wanted(line.stockrecord_id, line.quantity) for line in view.lines],
            now=now,
        )
    except stock.OutOfStock as error:
        raise BasketChanged(view) from error


def _open_parts(placement: Placement, freight: dict[int, Decimal], *, is_cash: bool, now: datetime) -> None:
    vendor_orders = open_vendor_orders(
        order_id=placement.pk,
        number=placement.number,
        lines=list(SoldLine.objects.filter(order_id=placement.pk).order_by("pk")),
        freight=freight,
        state=VendorOrder.State.TO_PACK if is_cash else VendorOrder.State.AWAITING_PAYMENT,
        now=now,
    )
    if not is_cash:
        open_attempt(order_id=placement.pk, gateway=placement.method, amount=placement.total, now=now)
        return
    # Cash is collected parcel by parcel.
    for vendor_order in vendor_orders:
        open_attempt(
            order_id=placement.pk,
            gateway=placement.method,
            amount=vendor_order.total,
            part=vendor_order.number,
            now=now,
        )
        tell_shop(vendor_order, "to_pack", now=now)
