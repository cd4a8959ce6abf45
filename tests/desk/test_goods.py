"""My goods: each change with one tap, once, and undone for a minute."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from catalog.models import Listing, ListingChange, ListingDraft, SearchDocument, Storefront
from catalog.services.goods import undo
from common.audit import DEMO
from common.errors import DomainError
from common.models import AuditEntry
from flow.confirm_payment import Outcome
from orders.services.basket import Visitor, add, new_key, open_basket
from tests.desk.shops import Neighbours, neighbours
from tests.flow.test_story import NOW, listing, pay, place
from vendors.models import StockMovement
from vendors.partner.models import StockRecord
from vendors.services import stock


@pytest.fixture
def two(db: None) -> Neighbours:
    return neighbours()


@pytest.fixture
def goods(two: Neighbours) -> Listing:
    return listing(two.li, "香蕉", "30.10")


@pytest.fixture
def li(client: Client, two: Neighbours) -> Client:
    client.force_login(two.li_user)
    return client


def act(client: Client, name: str, goods: Listing, *more: object, **data: str) -> str:
    answer = client.post(reverse(f"desk:goods-{name}", args=[goods.pk, *more]), data, follow=True)
    assertRedirects(answer, reverse("desk:goods-of", args=[goods.vendor_id]))
    return answer.content.decode()


def on_hand(goods: Listing) -> tuple[Decimal, int, int]:
    row = StockRecord.objects.get(product_id=goods.pk)
    return row.price, row.num_in_stock, row.num_allocated


def take_back(client: Client) -> str:
    change = ListingChange.objects.latest("pk")
    return client.post(reverse("desk:goods-undo", args=[change.pk]), follow=True).content.decode()


def test_pause_and_resume(li: Client, goods: Listing) -> None:
    assert "已暂停" in act(li, "state", goods, "pause")
    assert Client().get(f"/v/{goods.village_id}/").content.decode().count("¥30.10") == 0
    goods.refresh_from_db()
    assert goods.state == "paused"
    assert "又开始卖了" in act(li, "state", goods, "resume")
    goods.refresh_from_db()
    assert goods.state == "on_sale"
    assert li.post(reverse("desk:goods-state", args=[goods.pk, "withdraw"])).status_code == 404
    assert "已撤销" in take_back(li)
    goods.refresh_from_db()
    assert goods.state == "paused"


def test_a_price_typed_and_a_price_stepped(li: Client, goods: Listing) -> None:
    assert "价格改为 ¥28.50" in act(li, "price", goods, price="２８．５")
    act(li, "price", goods, price="28.50", bump="price:1")
    # A double tap steps from the price that the page showed.
    assert "本来就是 ¥29.50" in act(li, "price", goods, price="28.50", bump="price:1")
    assert on_hand(goods)[0] == Decimal("29.50")
    for wrong in ("0", "x", "100000", ""):
        act(li, "price", goods, price=wrong)
    assert on_hand(goods) == (Decimal("29.50"), 10, 0)
    assert ListingChange.objects.count() == 2


def test_a_price_below_its_packing_is_refused(li: Client, goods: Listing) -> None:
    Listing.objects.filter(pk=goods.pk).update(packing_cost=Decimal("1.50"))
    assert "须比包装费高" in act(li, "price", goods, price="1.50")
    assert (on_hand(goods)[0], ListingChange.objects.count()) == (Decimal("30.10"), 0)


def test_packs_are_added_once_for_a_submission(li: Client, goods: Listing) -> None:
    key = uuid4().hex
    assert "加了 5 份" in act(li, "add", goods, quantity="5", submission=key)
    assert "没有重复加" in act(li, "add", goods, quantity="5", submission=key)
    assert on_hand(goods)[1] == 15
    for wrong in ("0", "-5", "10000", "x", ""):
        act(li, "add", goods, quantity=wrong, submission=uuid4().hex)
    assert on_hand(goods)[1] == 15


def test_sold_out_leaves_what_is_ordered(li: Client, goods: Listing) -> None:
    row = StockRecord.objects.get(product_id=goods.pk)
    stock.hold(source="o", wanted=[stock.Wanted(row.pk, 3)], now=NOW)
    assert "已标为卖完" in act(li, "sold-out", goods, submission=uuid4().hex)
    assert on_hand(goods)[1:] == (3, 3)
    assert "本来就没有剩的了" in act(li, "sold-out", goods, submission=uuid4().hex)
    assert "已撤销" in take_back(li)
    assert on_hand(goods)[1:] == (10, 3)
    moved = StockMovement.objects.order_by("pk").values_list("kind", "quantity")
    assert list(moved) == [("received", 10), ("lost", 7), ("received", 7)]


def test_undo_sets_the_earlier_value_back(li: Client, goods: Listing) -> None:
    act(li, "price", goods, price="25")
    assert "撤销刚才这一下" in li.get(reverse("desk:goods")).content.decode()
    assert "已撤销" in take_back(li)
    assert "已撤销" in take_back(li)
    assert "撤销刚才这一下" not in li.get(reverse("desk:goods")).content.decode()
    act(li, "add", goods, quantity="20", submission=uuid4().hex)
    take_back(li)
    assert on_hand(goods) == (Decimal("30.10"), 10, 0)


def test_undo_never_undoes_what_came_after(li: Client, goods: Listing) -> None:
    act(li, "price", goods, price="25")
    first = ListingChange.objects.get()
    act(li, "price", goods, price="26")
    with pytest.raises(DomainError) as refused:
        undo(change_id=first.pk, actor=DEMO, now=timezone.now())
    assert refused.value.code == "moved"
    StockRecord.objects.filter(product_id=goods.pk).update(price=Decimal("27.00"))
    assert "这之后又有改动" in take_back(li)
    assert on_hand(goods)[0] == Decimal("27.00")


def test_undo_never_takes_packs_that_are_ordered(li: Client, goods: Listing) -> None:
    act(li, "add", goods, quantity="5", submission=uuid4().hex)
    row = StockRecord.objects.get(product_id=goods.pk)
    stock.hold(source="o", wanted=[stock.Wanted(row.pk, 12)], now=NOW)
    assert "已经有人买了" in take_back(li)
    assert on_hand(goods)[1:] == (15, 12)


def test_undo_ends_after_a_minute(li: Client, goods: Listing) -> None:
    act(li, "price", goods, price="25")
    change = ListingChange.objects.get()
    with pytest.raises(DomainError) as refused:
        undo(change_id=change.pk, actor=DEMO, now=change.made_at + timedelta(seconds=61))
    assert refused.value.code == "too_late"
    undo(change_id=change.pk, actor=DEMO, now=change.made_at + timedelta(seconds=60))
    assert on_hand(goods)[0] == Decimal("30.10")


def test_words_change_words_only(li: Client, goods: Listing) -> None:
    url = reverse("desk:goods-words", args=[goods.pk])
    stale = StockRecord.objects.get(product_id=goods.pk)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=goods.pk, quantity=2, now=NOW)
    assert pay(place(basket_id, str(uuid4()))) == Outcome.PAID
    version = Storefront.objects.get(village_id=goods.village_id).version
    li.post(url, {"title": "  水洒村  香蕉 ", "summary": "树上熟"})
    goods.refresh_from_db()
    assert (goods.product.title, goods.summary) == ("水洒村 香蕉", "树上熟")
    assert on_hand(goods) == (stale.price, 10, 2)
    assert Storefront.objects.get(village_id=goods.village_id).version == version + 1
    assert "树熟" not in SearchDocument.objects.get(listing=goods).pairs
    for wrong in ({"title": ""}, {"title": "长" * 61}, {"title": "x", "summary": "长" * 501}):
        assert li.post(url, wrong).status_code == 200
    goods.refresh_from_db()
    assert goods.product.title == "水洒村 香蕉"
    assert AuditEntry.objects.filter(action="change_words").count() == 1


def test_last_years_goods_once_more(li: Client, two: Neighbours, goods: Listing) -> None:
    Listing.objects.filter(pk=goods.pk).update(state="withdrawn")
    page = li.get(reverse("desk:goods")).content.decode()
    assert "照着再上一件" in page
    answer = li.post(reverse("desk:goods-again", args=[goods.pk]))
    assertRedirects(answer, reverse("desk:sell-price", args=[two.li.pk]))
    draft = ListingDraft.objects.get()
    assert (draft.crop, draft.spec, draft.price, draft.picture) == (
        "banana",
        "5斤装",
        Decimal("30.10"),
        "banana",
    )
    Listing.objects.filter(pk=goods.pk).update(picture="mooncake")
    assert "不能照抄" in act(li, "again", goods)


def test_english_pages_are_english(li: Client, two: Neighbours, goods: Listing) -> None:
    for url in ("/en/desk/goods/", f"/en/desk/sell/{two.li.pk}/", f"/en/desk/sell/{two.li.pk}/crop/"):
        text = li.get(url).content.decode()
        assert "我的货" not in text
        assert "照片" not in text
