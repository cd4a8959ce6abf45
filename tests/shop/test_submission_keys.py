"""A submission's key leads to its order, so only a random one is taken."""

import pytest
from django.test import Client

from orders.models import Placement
from tests.shop.conftest import Shop, confirmed, put


@pytest.mark.parametrize("submission", ["1", "", "x" * 36])
def test_a_key_that_could_be_guessed_places_nothing(client: Client, shop: Shop, submission: str) -> None:
    put(client, shop.banana)
    page = client.post("/checkout/", {**confirmed(client), "submission": submission})
    assert page.status_code == 200
    assert Placement.objects.count() == 0


def test_a_stranger_with_a_plain_key_never_reaches_anothers_order(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", {**confirmed(client), "submission": "1"})
    stranger = Client()
    put(stranger, shop.clam)
    page = stranger.post("/checkout/", {**confirmed(stranger), "submission": "1"})
    assert page.status_code == 200
    assert "阿珍" in page.content.decode()  # what the stranger typed themselves
    assert Placement.objects.count() == 0


def test_b015_a_second_send_after_the_first_is_through_ends_on_the_order(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    first = client.post("/checkout/", data)
    client.cookies.clear()
    assert client.post("/checkout/", data)["Location"] == first["Location"]


def test_the_unconfirmed_exception_is_named_in_the_readers_language(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    del data["exceptions"]
    page = client.post("/checkout/", data).content.decode()
    assert "退货说明：请先确认" in page
    assert "Exceptions" not in page
