"""An order is placed only with a way to pay that is offered, and for an amount that it takes."""

from uuid import uuid4

import pytest
from pytest_django.fixtures import Settings

from common.errors import DomainError
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from tests.flow.test_story import NOW, listing, place, seller, storefront
from vendors.partner.models import StockRecord


@pytest.fixture
def basket_id(db: None) -> int:
    """One pack for ¥30.10."""
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing(vendor, "香蕉", "30.10").pk, quantity=1, now=NOW)
    return basket_id


def refused(basket_id: int, method: str) -> str:
    with pytest.raises(DomainError) as caught:
        place(basket_id, str(uuid4()), method=method)
    assert Placement.objects.count() == 0
    assert StockRecord.objects.get().num_allocated == 0
    return caught.value.code


def test_a_way_that_is_not_offered_places_nothing(basket_id: int, settings: Settings) -> None:
    settings.GATEWAY_COLLECTION_DOCUMENT = ""
    assert refused(basket_id, "bank_transfer") == "method_not_offered"
    assert refused(basket_id, "barter") == "method_not_offered"
    assert place(basket_id, str(uuid4()), method="cash_on_delivery").is_new


def test_an_amount_below_what_the_provider_takes_places_nothing(basket_id: int, settings: Settings) -> None:
    settings.STRIPE_SECRET_KEY = "sk_test_x"
    settings.STRIPE_MIN_AMOUNT = "1000.00"
    assert refused(basket_id, "stripe") == "amount_too_small"
    assert place(basket_id, str(uuid4())).is_new
