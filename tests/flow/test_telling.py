"""Whoever must act or worry is told: the buyer when the order stands, the shop when to pack and when not to."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.translation import override

from common.audit import DEMO
from flow.cancel import cancel_by_operator, cancel_late, refuse_at_door
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from messages.models import OutboxMessage
from messages.texts import text_of
from payments.models import Refund
from tests.flow.test_clock import basket_of_one
from tests.flow.test_story import NOW, pay, place
from tests.flow.test_story import placed as placed  # noqa: PLC0414  the fixture
from tests.people import member_of
from vendors.models import Vendor


def told() -> list[tuple[str, str]]:
    """(template, recipient), in order."""
    return list(OutboxMessage.objects.order_by("pk").values_list("template", "recipient"))


@pytest.mark.django_db
def test_a_guest_gets_the_orders_link_as_soon_as_it_stands(placed: Placed) -> None:
    message = OutboxMessage.objects.get()
    assert message.template == "placed"
    assert f"/o/{placed.token}/" in text_of(template="placed", context=message.context, language="zh-hans")


@pytest.mark.django_db
def test_cash_on_delivery_is_told_to_the_shop_at_once_and_so_is_its_end() -> None:
    basket_id = basket_of_one()
    place(basket_id, str(uuid4()), method="cash_on_delivery")
    part = VendorOrder.objects.get()
    assert [template for template, _to in told()] == ["placed"]
    OutboxMessage.objects.all().delete()
    li = member_of(part.vendor)
    cancel_by_operator(vendor_order=part, reason="卖完了", actor=DEMO, now=NOW)
    assert told() == [("nothing_to_pack", li.mobile), ("part_cancelled", "13800138000")]


@pytest.mark.django_db
def test_a_shop_learns_of_cash_orders_and_of_refused_parcels() -> None:
    basket_id = basket_of_one()
    li = member_of(Vendor.objects.get())
    place(basket_id, str(uuid4()), method="cash_on_delivery")
    assert ("to_pack", li.mobile) in told()
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST0001", actor=DEMO, now=NOW)
    refuse_at_door(vendor_order=part, reason="拒收", actor=DEMO, now=NOW)
    assert ("parcel_refused", li.mobile) in told()


@pytest.mark.django_db
def test_a_late_cancel_keeps_its_reason_in_our_words_and_is_shown_in_the_readers(placed: Placed) -> None:
    pay(placed)
    part = VendorOrder.objects.order_by("pk")[0]
    with override("en"):
        cancel_late(vendor_order=part, actor=DEMO, now=NOW + timedelta(days=30))
    part.refresh_from_db()
    assert part.cancel_reason == Refund.objects.get().reason == "超过承诺时间未发货"


@pytest.mark.django_db
def test_the_carrier_is_named_in_the_buyers_language(placed: Placed) -> None:
    pay(placed)
    with override("en"):
        ship(
            vendor_order=VendorOrder.objects.order_by("pk")[0],
            carrier="other",
            waybill="TEST0001",
            actor=DEMO,
            now=NOW,
        )
    assert OutboxMessage.objects.get(template="shipped").context["carrier"] == "其他"
