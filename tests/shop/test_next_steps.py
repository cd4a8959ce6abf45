"""A page says what is wrong, what happens next, and in the reader's language."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.services import register
from catalog.models import Storefront
from catalog.services.storefronts import close
from common.audit import DEMO
from flow.expire import expire
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from orders.models import Placement
from payments.models import Refund
from tests.flow.test_story import pay
from tests.shop.conftest import Shop, confirmed, price, put


@pytest.fixture
def paid(client: Client, shop: Shop) -> Placement:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client))
    placement = Placement.objects.get()
    pay(Placed(placement.pk, placement.number, placement.token, is_new=True))
    return placement


def test_b009_a_closed_storefront_leads_back_and_cannot_be_pressed_again(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client, note="请放门口")
    front = Storefront.objects.get(village_id="440883106206")
    close(storefront=front, reopens_at=None, actor=DEMO, now=timezone.now())
    main = client.post("/checkout/", data).content.decode().split("<main")[1].split("</main")[0]
    assert "“店”暂停营业" in main
    assert 'href="/basket/"' in main
    assert "请放门口" in main
    assert 'name="place"' not in main


def test_b011_what_was_typed_stays_and_the_new_sum_can_be_confirmed(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    data = confirmed(client, note="请放门口")
    price(shop.banana, "52.00")
    page = client.post("/checkout/", data)
    text = page.content.decode()
    assert all(typed in text for typed in ("阿珍", "测试路1号", "请放门口", "¥64.00"))
    client.post("/checkout/", {**data, "shown": page.context["sum"].shown})
    placement = Placement.objects.get()
    part = VendorOrder.objects.get()
    assert [str(placement.total), str(part.goods_amount), str(part.total)] == ["64.00", "52.00", "64.00"]


def test_b053_script_in_a_storys_text_is_shown_as_text(client: Client, shop: Shop) -> None:
    story = "甲\n乙<script>alert(1)</script>"
    Storefront.objects.filter(village_id="440883106206").update(story=story)
    page = client.get("/v/440883106206/").content.decode()
    assert "甲<br>乙&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_signing_in_on_an_english_page_stays_english(client: Client, db: None) -> None:
    register(login="13900000001", password="a-long-password", name="阿珍")
    credentials = {"login": "13900000001", "password": "a-long-password"}
    assert client.post("/en/account/sign-in/", credentials)["Location"] == "/en/"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client: Client, db: None, target: str) -> None:
    register(login="13900000001", password="a-long-password", name="阿珍")
    credentials = {"login": "13900000001", "password": "a-long-password", "next": target}
    assert client.post("/account/sign-in/", credentials)["Location"] == "/"


def test_cash_on_delivery_says_what_to_pay_for_each_parcel(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    put(client, shop.clam)
    client.post("/checkout/", confirmed(client, method="cash_on_delivery"))
    page = client.get(f"/o/{Placement.objects.get().token}/").content.decode()
    assert "货到付款：每个包裹送到时" in page
    assert "¥42.10" in page  # 30.10 and 12.00 freight
    assert "¥31.95" in page  # 19.95 and 12.00


def test_a_late_part_is_cancelled_with_one_tap_and_refunded_in_full(client: Client, paid: Placement) -> None:
    part = VendorOrder.objects.get()
    address = f"/o/{paid.token}/late/{part.number}/"
    VendorOrder.objects.update(ship_by=timezone.now() + timedelta(hours=1))
    assert "承诺发货时间内" in client.post(address, follow=True).content.decode()
    assert Refund.objects.count() == 0
    VendorOrder.objects.update(ship_by=timezone.now() - timedelta(hours=1))
    assert "取消这部分并全额退款" in client.get(f"/o/{paid.token}/").content.decode()
    page = client.post(address, follow=True).content.decode()
    assert "已取消，款项将全额退回。" in page
    assert "取消订单退款" in page
    assert "not shipped" not in page
    assert Refund.objects.get().amount == paid.total


def test_the_buyer_confirms_by_the_link_once(client: Client, paid: Placement) -> None:
    part = VendorOrder.objects.get()
    address = f"/o/{paid.token}/confirm/{part.number}/"
    client.post(address)
    assert VendorOrder.objects.get().state == "to_pack"
    ship(vendor_order=part, carrier="ems", waybill="TEST0001", actor=DEMO, now=timezone.now())
    page = client.get(f"/o/{paid.token}/").content.decode()
    assert "TEST0001" in page
    assert "确认收货" in page
    assert "已确认收货。" in client.post(address, follow=True).content.decode()
    part.refresh_from_db()
    assert (part.state, part.received_by) == ("received", "buyer")


def test_an_unpaid_order_is_cancelled_and_a_paid_one_is_not(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client))
    placement = Placement.objects.get()
    assert "订单已取消。" in client.post(f"/o/{placement.token}/cancel/", follow=True).content.decode()
    again = client.post(f"/o/{placement.token}/cancel/", follow=True).content.decode()
    assert "这个订单已经不能取消。" in again
    placement.refresh_from_db()
    assert placement.state == "cancelled"


def test_another_orders_part_is_not_there(client: Client, paid: Placement) -> None:
    page = client.post(f"/o/{paid.token}/confirm/999999-1/", follow=True).content.decode()
    assert "没有找到这份订单。" in page
    assert VendorOrder.objects.get().state == "to_pack"


def test_an_order_that_ran_out_of_time_says_so_and_leads_on(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client))
    placement = Placement.objects.get()
    assert expire(order_id=placement.pk, now=timezone.now() + timedelta(days=4))
    page = client.get(f"/o/{placement.token}/").content.decode()
    assert "超时未付款，已关闭" in page
    assert "没有收到付款，货已放回架上。" in page
    assert "取消订单" not in page
