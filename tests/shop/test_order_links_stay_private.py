"""The link that opens an order goes to nobody else: neither in a Referer nor to the payment provider."""

from django.test import Client

from tests.shop.conftest import Shop, confirmed, put


def test_an_orders_page_sends_its_address_nowhere(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    answer = client.post("/checkout/", confirmed(client), follow=True)
    assert answer.redirect_chain[-1][0].startswith("/o/")
    assert answer["Referrer-Policy"] == "strict-origin"
