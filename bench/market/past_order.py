"""One order of two goods of one household, through the whole story to its settlement: what past.sql multiplies."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from catalog.models import Listing
from common.audit import DEMO
from flow.confirm_payment import Money, confirm_payment
from flow.confirm_receipt import complete, confirm_receipt
from flow.place_order import freight_of, place_order
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from orders.queries.basket import basket_view, shown_as
from orders.services.basket import Visitor, add, new_key, open_basket
from orders.services.placing import clean_contact
from payments.models import PaymentAttempt
from places.queries import area_of

DAYS_AGO = 40
GOODS = 2


def main(_arguments: list[str]) -> None:
    """The two goods are the first household's."""
    goods = Listing.objects.filter(vendor_id=1).order_by("pk").values_list("pk", flat=True)[:GOODS]
    at = timezone.now() - timedelta(days=DAYS_AGO)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    for product_id in goods:
        add(basket_id=basket_id, product_id=product_id, quantity=1, now=at)
    view = basket_view(basket_id, now=at)
    contact = clean_contact(
        name="阿珍", mobile="13900000001", area=area_of("440106"), detail="示例路1号", note=""
    )
    placed = place_order(
        submission=str(uuid4()),
        basket_id=basket_id,
        contact=contact,
        method="bank_transfer",
        language="zh-hans",
        buyer=None,
        shown=shown_as(view, freight_of(view, province_code="44")),
        exceptions_confirmed=True,
        actor=DEMO,
        now=at,
    )
    attempt = PaymentAttempt.objects.get(order_id=placed.order_id)
    money = Money(
        amount=attempt.amount,
        currency="CNY",
        provider_ref="BENCH-0",
        method="transfer",
        received_at=at + timedelta(hours=2),
    )
    confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=at + timedelta(hours=2))
    part = VendorOrder.objects.get(order_id=placed.order_id)
    ship(vendor_order=part, carrier="ems", waybill="BENCH0000000", actor=DEMO, now=at + timedelta(hours=20))
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=at + timedelta(days=3))
    complete(vendor_order=part, actor=DEMO, now=at + timedelta(days=12))
    settle(vendor_order=part, now=at + timedelta(days=12))
