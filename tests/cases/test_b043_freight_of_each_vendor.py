"""In a mixed order each vendor's part carries its own freight, and the parts add up to the payment."""

from decimal import Decimal

import pytest
from django.conf import LazySettings

from catalog.models import Listing
from fulfilment.freight import Load, NotServed, freight_by_vendor
from fulfilment.models import VendorOrder
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from tests.flow.test_story import NOW, listing, place, seller, storefront

YUAN = Decimal


@pytest.mark.django_db
def test_b043_two_classes_of_one_vendor_and_one_of_another(settings: LazySettings) -> None:
    flat = {"first_kg": YUAN("8.00"), "further_kg": YUAN("0.00"), "free_over": None}
    settings.FREIGHT_TEMPLATES = {"normal": flat, "cold": {**flat, "first_kg": YUAN("18.00")}}
    a, b = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    storefront(a)
    storefront(b)
    cold, dry, other = listing(a, "对虾", "60.00"), listing(a, "花生", "20.00"), listing(b, "黑豆", "20.00")
    Listing.objects.filter(pk=cold.pk).update(freight_class="cold")
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    for goods in (cold, dry, other):
        add(basket_id=basket_id, product_id=goods.pk, quantity=1, now=NOW)
    place(basket_id, "b043")
    placement = Placement.objects.get()
    freights = dict(VendorOrder.objects.values_list("vendor_id", "freight_amount"))
    assert freights == {a.pk: YUAN("26.00"), b.pk: YUAN("8.00")}
    assert placement.freight_total == YUAN("34.00")
    assert sum(part.total for part in VendorOrder.objects.all()) == placement.total


@pytest.mark.parametrize(
    ("goods", "weight_g", "province", "amount"),
    [
        ("20.00", 1000, "44", "8.00"),
        ("20.00", 1001, "44", "10.00"),
        ("98.99", 5000, "44", "16.00"),
        ("99.00", 5000, "44", "0.00"),
        ("99.00", 1000, "15", "16.00"),
        ("20.00", 2500, "62", "24.00"),
    ],
)
def test_the_template_to_the_fen(goods: str, weight_g: int, province: str, amount: str) -> None:
    loads = [Load(1, "normal", YUAN(goods), weight_g)]
    assert freight_by_vendor(loads, province_code=province) == {1: YUAN(amount)}


def test_a_province_that_is_not_served_is_refused() -> None:
    with pytest.raises(NotServed):
        freight_by_vendor([Load(1, "normal", YUAN("20.00"), 1000)], province_code="54")
