"""What the public reads of lot-sold goods: seller, villages of origin, label; and the office's way back to the bank."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from catalog.models import Listing
from income.models import IncomeEntry
from tests import people
from tests.flow.test_story import storefront
from tests.supply.lots import ZHILIAO, cooperative, household, packed, paid, received, rice
from vendors.models import SupplyLot

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> SupplyLot:
    operator = cooperative()
    storefront(operator)
    shares = [(household("T1", name="李阿福"), 21_000), (household("T2", ZHILIAO, "吴阿贵"), 31_000)]
    lot = received(operator, shares)
    packed(lot, rice(operator), 10)
    return lot


def test_the_product_page_names_the_operator_the_villages_and_the_label(
    client: Client, lot: SupplyLot, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    product = Listing.objects.select_related("product").get()
    with django_assert_num_queries(3):
        page = client.get(f"/p/{product.pk}-{product.product.slug}/").content.decode()
    assert "吴阳稻香合作社 · 专业合作社" in page
    assert '<a href="/v/440883106206/">水洒村</a>、<a href="/v/440883106210/">芷寮村</a>' in page
    assert "营业执照 93440883TEST" in page
    assert "SC10144088300001" in page
    assert "GB/T 1354" in page
    assert "卖家到手" in page
    assert "农家到手" not in page
    assert "李阿福" not in page
    english = client.get(f"/en/p/{product.pk}-{product.product.slug}/").content.decode()
    assert "Rice Cooperative" in english
    assert "Zhiliao Village" in english


def test_the_card_names_the_villages_of_the_lot(client: Client, lot: SupplyLot) -> None:
    card = client.get("/search/").context["shelf"].cards[0]
    assert card.origin == "吴阳镇 水洒村、芷寮村"


def test_the_office_follows_an_entry_to_the_lot_this_households_grams_and_the_bank(
    client: Client, lot: SupplyLot, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    paid(lot, reference="BANK-4711")
    entry = IncomeEntry.objects.get(household__provisional_no="T1")
    client.force_login(people.officer())
    page = client.get(reverse("office:entry", args=[entry.pk])).content.decode()
    for shown in (lot.number, "¥149.10", "21 千克", "52 千克", "¥369.20", "¥7.10/千克", "BANK-4711"):
        assert shown in page
    assert "31 千克" not in page
    assert "吴" not in page.split("<main")[1].replace("吴阳", "")
    list_page = client.get(reverse("office:household", args=[entry.household_id])).content.decode()
    assert "供货收入 · 丝苗米" in list_page


def test_an_officer_of_another_village_does_not_find_the_entry(client: Client, lot: SupplyLot) -> None:
    paid(lot)
    entry = IncomeEntry.objects.get(household__provisional_no="T1")
    client.force_login(people.officer(village=ZHILIAO))
    assert client.get(reverse("office:entry", args=[entry.pk])).status_code == 404
