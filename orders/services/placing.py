"""Writes an order with its lines as sold. The caller has the transaction and has held the stock."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.models import Basket
from oscar.apps.order.models import Line, Order

from accounts.models import User
from common.errors import DomainError
from common.text import clean_mobile, narrow
from orders.models import BasketOwner, Placement, SoldLine
from orders.numbers import new_number, new_token
from orders.queries.basket import BasketLine, BasketView
from places.queries import PlacedArea

_NAME_MAX = 40
_DETAIL_MAX = 200


@dataclass(frozen=True, slots=True)
class Contact:
    """Who receives the goods, and where: checked and in one form (see `clean_contact`)."""

    name: str
    mobile: str
    area: PlacedArea
    detail: str
    note: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How the order is paid and until when; `buyer` is empty for guests."""

    method: str
    language: str
    buyer: User | None
    freight_total: Decimal
    expires_at: datetime | None


def clean_contact(*, name: str, mobile: str, area: PlacedArea, detail: str, note: str) -> Contact:
    """The contact in its one form.

    Raises:
        DomainError: a part is missing or malformed; the sentence says which.
    """
    name, detail, note = narrow(name), narrow(detail), narrow(note)
    if not name or len(name) > _NAME_MAX:
        raise DomainError(_("请填写收货人姓名，不超过40个字。"), code="bad_name")
    if not detail or len(detail) > _DETAIL_MAX:
        raise DomainError(_("请填写详细地址，不超过200个字。"), code="bad_detail")
    if len(note) > _DETAIL_MAX:
        raise DomainError(_("留言请不要超过200个字。"), code="bad_note")
    return Contact(name=name, mobile=clean_mobile(mobile), area=area, detail=detail, note=note)


def write_order(*, view: BasketView, contact: Contact, terms: Terms, number: str, now: datetime) -> Placement:
    """Order, lines, placement and lines as sold: one statement each, then the basket is closed."""
    goods = view.goods_total
    order = Order.objects.create(
        number=number,
        basket_id=view.basket_id,
        user=terms.buyer,
        currency="CNY",
        total_incl_tax=goods + terms.freight_total,
        total_excl_tax=goods + terms.freight_total,
        shipping_incl_tax=terms.freight_total,
        shipping_excl_tax=terms.freight_total,
        shipping_method="parcel",
        status="open" if terms.expires_at is None else "awaiting_payment",
        date_placed=now,
    )
    placement = Placement.objects.create(
        order=order,
        number=number,
        token=new_token(),
        buyer=terms.buyer,
        language=terms.language,
        method=terms.method,
        state=Placement.State.OPEN if terms.expires_at is None else Placement.State.AWAITING_PAYMENT,
        goods_total=goods,
        freight_total=terms.freight_total,
        total=goods + terms.freight_total,
        contact_name=contact.name,
        mobile=contact.mobile,
        area_id=contact.area.code,
        area_text=contact.area.text,
        address_detail=contact.detail,
        note=contact.note,
        placed_at=now,
        expires_at=terms.expires_at,
    )
    lines = Line.objects.bulk_create([_order_line(order, line) for line in view.lines])
    SoldLine.objects.bulk_create(
        [_sold_line(order, made, line) for made, line in zip(lines, view.lines, strict=True)]
    )
    Basket.objects.filter(pk=view.basket_id).update(status=Basket.SUBMITTED, date_submitted=now)
    BasketOwner.objects.filter(basket_id=view.basket_id).delete()
    return placement


def _order_line(order: Order, line: BasketLine) -> Line:
    return Line(
        order=order,
        partner_id=line.partner_id,
        partner_name=line.partner_name,
        partner_sku=line.partner_sku,
        stockrecord_id=line.stockrecord_id,
        product_id=line.product_id,
        title=line.title,
        quantity=line.quantity,
        line_price_incl_tax=line.amount,
        line_price_excl_tax=line.amount,
        line_price_before_discounts_incl_tax=line.amount,
        line_price_before_discounts_excl_tax=line.amount,
        unit_price_incl_tax=line.unit_price,
        unit_price_excl_tax=line.unit_price,
        status="placed",
        num_allocated=0,
    )


def _sold_line(order: Order, made: Line, line: BasketLine) -> SoldLine:
    return SoldLine(
        line=made,
        order=order,
        vendor_id=line.vendor_id,
        household_id=line.household_id,
        village_id=line.village_code,
        stockrecord_id=line.stockrecord_id,
        title=line.title,
        title_en=line.title_en,
        spec=line.spec,
        spec_en=line.spec_en,
        net_weight_g=line.net_weight_g,
        picture=line.picture,
        unit_price=line.unit_price,
        quantity=line.quantity,
        goods_amount=line.amount,
        packing_cost=line.packing_cost * line.quantity,
        return_rule=line.return_rule,
        claim_window=line.claim_window,
        ship_within_hours=line.ship_within_hours,
    )


__all__ = ["Contact", "Terms", "clean_contact", "new_number", "write_order"]
