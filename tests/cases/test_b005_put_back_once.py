"""Goods put back by a refund do not come back again when the order is cancelled."""

import pytest

from common.audit import DEMO
from common.errors import DomainError
from flow.cancel import cancel_by_operator
from flow.refund import refund_lines
from fulfilment.models import VendorOrder
from fulfilment.services.shares import LineShare
from income.prove import prove
from orders.models import SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from tests.flow.test_story import NOW, listing, pay, place, seller, storefront
from vendors.partner.models import StockRecord


def sellable() -> int:
    stockrecord = StockRecord.objects.get()
    return stockrecord.num_in_stock - stockrecord.num_allocated


@pytest.mark.django_db
def test_b005_each_ordered_unit_comes_back_once() -> None:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    goods = listing(vendor, "腊肉", "30.00")
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=goods.pk, quantity=3, now=NOW)
    placed = place(basket_id, "b005")
    pay(placed)
    assert sellable() == 7
    part, line = VendorOrder.objects.get(), SoldLine.objects.get()
    refund_lines(
        vendor_order=part,
        lines=[LineShare(line.pk, line.goods_amount, 3)],
        freight=part.freight_amount - part.freight_amount,
        reason="退货",
        borne_by="household",
        actor=DEMO,
        now=NOW,
    )
    assert sellable() == 10
    cancel_by_operator(vendor_order=part, reason="取消", actor=DEMO, now=NOW)
    assert sellable() == 10
    with pytest.raises(DomainError):
        cancel_by_operator(vendor_order=part, reason="取消", actor=DEMO, now=NOW)
    assert sellable() == 10
    assert prove() == []
