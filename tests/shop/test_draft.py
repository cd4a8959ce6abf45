"""What was typed at checkout outlives a way to the basket and back, and nothing more."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from orders.models import Placement
from shop import draft
from tests.shop.conftest import ADDRESS, Shop, confirmed, put
from vendors.partner.models import StockRecord

TYPED = ("阿珍", "１３８００１３８０００", "测试路1号", "请放门口")


def typed(page: str) -> list[bool]:
    return [words in page for words in TYPED]


def test_the_way_to_the_basket_and_back_keeps_the_address(client: Client, shop: Shop) -> None:
    put(client, shop.banana, "3")
    data = confirmed(client, note="请放门口", method="cash_on_delivery")
    StockRecord.objects.filter(product_id=shop.banana.pk).update(num_in_stock=2)
    assert "只剩 2 份" in client.post("/checkout/", data).content.decode()
    assert client.get("/basket/").status_code == 200
    line = client.get("/basket/").context["view"].lines[0]
    client.post(f"/basket/line/{line.line_id}/", {"quantity": "2", "save": "1"})
    again = client.get("/checkout/")
    assert typed(again.content.decode()) == [True] * 4
    form = again.context["form"]
    assert (form["area_code"].value(), form["method"].value()) == ("440106", "cash_on_delivery")
    # The sum is shown and confirmed anew, with a key of its own.
    assert form["submission"].value() != data["submission"]
    client.post("/checkout/", confirmed(client, note="请放门口"))
    assert Placement.objects.get().goods_total == Decimal("60.20")


def test_a_wrong_field_is_kept_too(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", {**ADDRESS, "mobile": "123", "note": "请放门口", "calculate": "1"})
    assert typed(client.get("/checkout/").content.decode()) == [True, False, True, True]


def test_a_placed_order_leaves_nothing_behind(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.post("/checkout/", confirmed(client, note="请放门口"))
    assert Placement.objects.count() == 1
    assert all(draft.KEY not in row.get_decoded() for row in Session.objects.all())
    put(client, shop.clam)
    assert typed(client.get("/checkout/").content.decode()) == [False] * 4


def test_after_two_hours_it_is_forgotten(client: Client, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    put(client, shop.banana)
    confirmed(client, note="请放门口")
    assert typed(client.get("/checkout/").content.decode()) == [True] * 4
    later = timezone.now() + timedelta(hours=2, seconds=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert typed(client.get("/checkout/").content.decode()) == [False] * 4


def test_looking_at_checkout_starts_no_session(client: Client, shop: Shop) -> None:
    put(client, shop.banana)
    client.get("/checkout/")
    assert Session.objects.count() == 0
