"""What everyone gets is nobody's own; odd addresses get a page, not an error."""

import pytest
from django.test import Client

from tests.shop.conftest import Shop, put


def test_a_page_with_somebodys_message_is_not_shared(client: Client, shop: Shop) -> None:
    put(client, shop.banana, "0")
    page = client.get("/")
    assert "数量请填写1到999之间的整数。" in page.content.decode()
    assert page["Cache-Control"] == "no-store, private"
    assert Client().get("/")["Cache-Control"].startswith("public")


@pytest.mark.parametrize(
    "address", ["/t/%00/", "/v/%00/", "/o/%00/", "/o/%00/state.json", f"/p/{10**30}-x/", f"/t/{'9' * 500}/"]
)
def test_an_address_that_cannot_be_is_not_found(client: Client, shop: Shop, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "没有" in response.content.decode()


@pytest.mark.parametrize("query", ["q=%27%26%7C", "after=20269999T-1"])
def test_odd_questions_get_a_page(client: Client, shop: Shop, query: str) -> None:
    assert client.get(f"/search/?{query}").status_code == 200


@pytest.mark.parametrize("product", ["999999999999999999999", "x", "-1", ""])
def test_a_product_that_cannot_be_is_refused_in_words(client: Client, shop: Shop, product: str) -> None:
    data = {"product": product, "quantity": "1"}
    page = client.post("/basket/add/", data, headers={"Sec-Fetch-Site": "same-origin"}, follow=True)
    assert "没有找到这件商品。" in page.content.decode()
    assert page.context["view"].lines == ()
