"""Basket and checkout: what was shown is charged, nothing is lost, nothing is placed twice."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.services import register
from catalog.models import Listing, Storefront
from catalog.services.listings import set_state
from catalog.services.storefronts import close
from common.audit import DEMO
from orders.models import Placement
from orders.services.basket import MOST_OF_ONE, Visitor, add, new_key, open_basket
from tests.flow.test_story import NOW, listing, pay, place, placed_order, seller, storefront
from tests.shop.conftest import ADDRESS, Shop, confirmed, price, put
from vendors.partner.models import StockRecord


def test_a_guest_buys_from_two_households_with_one_order(client: Client, shop: Shop) -> None:
    put(client, shop.banana, "2")
    put(client, shop.clam)
    response = client.post("/checkout/", confirmed(client))
    placement = Placement.objects.get()
    assert response["Location"] == f"/o/{placement.token}/"
    assert (str(placement.goods_total), str(placement.freight_total)) == ("80.15", "28.00")
    assert placement.mobile == "13800138000"
    assert placement.area_text == "广东省广州市天河区"
    page = client.get(f"/o/{placement.token}/").content.decode()
    assert "¥108.15" in page
    assert placement.number in page


def test_placing_three_goods_costs_at_most_25_statements(
    shop: Shop, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(200) as everything:
        placed_order_of(shop)
    placing = [
        row["sql"]
        for row in everything.captured_queries
        if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))
    ]
    start = next(index for index, sql in enumerate(placing) if "common_submissionkey" in sql)
    end = max(index for index, sql in enumerate(placing) if "common_submissionkey" in sql)
    assert end - start + 1 <= 25


def placed_order_of(shop: Shop) -> None:
    third = seller("440883106205", "郑伯", 3)
    storefront(third)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    for goods in (shop.banana, shop.clam, listing(third, "木瓜", "22.00")):
        add(basket_id=basket_id, product_id=goods.pk, quantity=1, now=NOW)
    place(basket_id, "three", now=NOW)


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "1000000000", "x", ""])
def test_a_quantity_that_is_none_is_refused_in_words(client: Client, shop: Shop, quantity: str) -> None:
    put(client, shop.banana, quantity)
    assert client.get("/basket/").context["view"].lines == ()
    put(client, shop.banana)
    line = client.get("/basket/").context["view"].lines[0]
    page = client.post(f"/basket/line/{line.line_id}/", {"quantity": quantity, "save": "1"}, follow=True)
    assert "数量请填写1到999之间的整数" in page.content.decode()
    assert page.context["view"].lines[0].quantity == 1


def test_more_than_999_of_one_is_refused(client: Client, shop: Shop) -> None:
    put(client, shop.banana, str(MOST_OF_ONE))
    put(client, shop.banana)
    assert client.get("/basket/").context["view"].lines[0].quantity == MOST_OF_ONE


def test_only_our_own_pages_add_to_the_basket(client: Client, shop: Shop) -> None:
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        response = client.post("/basket/add/", {"product": shop.banana.pk, "quantity": "1"}, headers=headers)
        assert response.status_code == 403
    response = client.post(
        "/basket/add/",
        {"product": shop.banana.pk, "quantity": "1"},
        headers={"Origin": "http://testserver"},
    )
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("mobile", "1380013800", "请填写11位手机号码"),
        ("area_code", "999999", "请选择收货的省、市、区"),
        ("area_code", "540102", "暂时不能寄到这个地区"),
        ("detail", " ", "这个字段是必填项"),
        ("name", "", "这个字段是必填项"),
    ],
)
def test_a_bad_address_is_told_beside_its_field_and_keeps_the_rest(
    client: Client, shop: Shop, field: str, value: str, sentence: str
) -> None:
    put(client, shop.banana)
    form = client.get("/checkout/").context["form"]
    data = {**ADDRESS, "submission": form["submission"].value(), "note": "请放门口", field: value}
    page = client.post("/checkout/", {**data, "calculate": "1"})
    assert sentence in page.content.decode()
    assert "请放门口" in page.content.decode()
    assert Placement.objects.count() == 0


def test_a_typed_county_serves_readers_without_scripts(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client, area_code="", area_text="广东省 广州市 天河区"))
    assert Placement.objects.get().area_id == "440106"


def test_b003_what_sold_out_meanwhile_is_not_sold_again(client: Client, shop: Shop) -> None:
    put(client, shop.banana, "3")
    data = confirmed(client)
    StockRecord.objects.filter(product_id=shop.banana.pk).update(num_in_stock=2)
    page = client.post("/checkout/", data)
    assert "只剩 2 份" in page.content.decode()
    assert Placement.objects.count() == 0
    StockRecord.objects.filter(product_id=shop.banana.pk).update(num_in_stock=0)
    assert "这件商品卖完了" in client.get("/basket/").content.decode()


def test_b009_a_storefront_that_closed_is_named_and_nothing_is_placed(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    front = Storefront.objects.get(village_id="440883106206")
    Storefront.objects.filter(pk=front.pk).update(name="水洒春茶店")
    close(storefront=front, reopens_at=None, actor=DEMO, now=timezone.now())
    page = client.post("/checkout/", data)
    assert page.status_code == 200
    assert "水洒春茶店" in page.content.decode()
    assert Placement.objects.count() == 0


def test_b011_a_moved_price_is_told_once_before_paying_and_then_charged(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    price(shop.banana, "52.00")
    page = client.post("/checkout/", data)
    assert "原来 ¥30.10，现在 ¥52.00" in page.content.decode()
    assert Placement.objects.count() == 0
    # Told at checkout, it is told nowhere again; a new change is.
    assert "价格有变" not in client.get("/checkout/").content.decode()
    assert "价格有变" not in client.get("/basket/").content.decode()
    price(shop.banana, "50.00")
    assert "原来 ¥52.00，现在 ¥50.00" in client.get("/basket/").content.decode()
    assert "价格有变" not in client.get("/checkout/").content.decode()
    client.post("/checkout/", confirmed(client))
    placement = Placement.objects.get()
    assert str(placement.goods_total) == "50.00"
    assert str(placement.order.sold_lines.get().unit_price) == "50.00"


def test_a_product_withdrawn_in_the_basket_is_told(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    set_state(listing=shop.banana, state=Listing.State.WITHDRAWN, actor=DEMO, now=timezone.now())
    page = client.post("/checkout/", data)
    assert "这件商品已下架" in page.content.decode()
    assert Placement.objects.count() == 0


def test_b013_signing_in_merges_without_adding_and_says_so(client: Client, shop: Shop) -> None:
    register(login="13900000001", password="a-long-password", name="阿珍")
    other = Client()
    credentials = {"login": "139 0000 0001", "password": "a-long-password"}
    other.post("/account/sign-in/", credentials)
    put(other, shop.banana, "2")
    put(client, shop.banana, "1")
    put(client, shop.clam, "1")
    response = client.post("/account/sign-in/", {**credentials, "next": "/checkout/"})
    assert response["Location"] == "/basket/"
    page = client.get("/basket/").content.decode()
    assert "原有 2 份，现在 2 份" in page
    quantities = {line.title: line.quantity for line in client.get("/basket/").context["view"].lines}
    assert quantities == {"吴阳香蕉": 2, "沙螺": 1}


def test_b015_the_same_submission_again_leads_to_the_same_order(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    locations = {client.post("/checkout/", data)["Location"] for _ in range(3)}
    assert locations == {f"/o/{Placement.objects.get().token}/"}
    assert StockRecord.objects.get(product_id=shop.banana.pk).num_allocated == 1


def test_the_exception_to_returns_must_be_confirmed(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client)
    del data["exceptions"]
    assert "请先确认" in client.post("/checkout/", data).content.decode()
    assert Placement.objects.count() == 0


def test_b017_an_order_shows_what_was_sold_whatever_becomes_of_the_listing(
    client: Client, shop: Shop
) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client))
    price(shop.banana, "99.00")
    set_state(listing=shop.banana, state=Listing.State.WITHDRAWN, actor=DEMO, now=timezone.now())
    page = client.get(f"/o/{Placement.objects.get().token}/").content.decode()
    assert "吴阳香蕉" in page
    assert "¥30.10" in page
    assert "/p/" not in page


def test_b018_a_paid_order_offers_no_second_payment(client: Client, db: None) -> None:
    placed = placed_order()
    page = client.get(f"/o/{placed.token}/").content.decode()
    assert "待付款" in page
    pay(placed)
    page = client.get(f"/o/{placed.token}/").content.decode()
    assert "已支付" in page
    assert "继续支付" not in page
    assert client.post(f"/o/{placed.token}/pay/", follow=True).status_code == 200


def test_b052_orders_cannot_be_counted_through(client: Client, db: None) -> None:
    placed = placed_order()
    number = int(placed.number)
    for guess in (*range(number - 5, number + 6), "x" * 32):
        response = client.get(f"/o/{guess}/")
        assert response.status_code == 404
        assert "阿珍" not in response.content.decode()
    response = client.get(f"/o/{placed.token}/")
    assert response["Cache-Control"] == "no-store, private"
    assert "noindex" in response["X-Robots-Tag"]


def test_my_orders_are_mine(client: Client, shop: Shop) -> None:
    assert client.get("/me/")["Location"].startswith("/account/sign-in/")
    register(login="13900000001", password="a-long-password", name="阿珍")
    client.post("/account/sign-in/", {"login": "13900000001", "password": "a-long-password"})
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client))
    placed_order_number = Placement.objects.get().number
    assert placed_order_number in client.get("/me/").content.decode()
    register(login="13900000002", password="a-long-password", name="别人")
    stranger = Client()
    stranger.post("/account/sign-in/", {"login": "13900000002", "password": "a-long-password"})
    assert placed_order_number not in stranger.get("/me/").content.decode()


def test_a_wrong_password_and_an_unknown_login_sound_alike(client: Client, db: None) -> None:
    register(login="a@x.cn", password="a-long-password", name="")
    pages = [
        re.sub(r'value="[^"]*"', "", client.post("/account/sign-in/", data).content.decode())
        for data in (
            {"login": "A@X.cn", "password": "wrong"},
            {"login": "b@x.cn", "password": "wrong"},
        )
    ]
    assert pages[0] == pages[1]
    assert (
        client.post("/account/sign-in/", {"login": "A@X.cn", "password": "a-long-password"}).status_code
        == 302
    )
