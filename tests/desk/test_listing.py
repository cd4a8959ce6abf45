"""A common product is on sale after six taps, with no Chinese typed and without JavaScript."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertRedirects
from pytest_django.fixtures import Settings

from catalog.models import Listing, ListingDraft, Photo
from catalog.services.drafts import begin
from common.audit import DEMO
from common.clock import local_day
from common.errors import DomainError
from flow.vendor_state import stop_shop
from orders.queries.basket import basket_view
from orders.services.basket import Visitor, add, new_key, open_basket
from settlement.take_home import take_home
from tests.desk.shops import Neighbours, neighbours, photo_file, text_file
from vendors.models import StockMovement
from vendors.partner.models import StockRecord


@pytest.fixture
def two(db: None) -> Neighbours:
    return neighbours()


@pytest.fixture
def li(client: Client, two: Neighbours) -> Client:
    client.force_login(two.li_user)
    return client


def step(name: str, two: Neighbours) -> str:
    return reverse(f"desk:sell-{name}", args=[two.li.pk])


def offer(client: Client, two: Neighbours, **changed: str) -> dict[str, str]:
    """What stands in the last page's fields."""
    page = client.get(step("price", two))
    form = page.context["form"]
    fields = {field.html_name: str(field.value()) for field in form}
    return {**fields, "draft": str(page.context["draft"].key), **changed}


def filled(client: Client, two: Neighbours) -> None:
    client.post(step("crop", two), {"crop": "banana"})
    client.post(step("pack", two), {"pack": "5斤装"})


def test_six_taps(li: Client, two: Neighbours, settings: Settings) -> None:
    """上架, the photo, 下一步, the crop, the pack, 上架开卖."""
    settings.PLATFORM_FEE_RATE = Decimal("0.05")
    assertRedirects(li.get(reverse("desk:sell")), step("photo", two))
    photo = {"photo": photo_file(), "upload_key": uuid4().hex}
    assertRedirects(li.post(step("photo", two), photo), step("crop", two))
    assertRedirects(li.post(step("crop", two), {"crop": "banana"}), step("pack", two))
    assertRedirects(li.post(step("pack", two), {"pack": "5斤装"}), step("price", two))
    page = li.get(step("price", two)).content.decode()
    for words in ("水洒村香蕉 5斤装", "卖一份到手", "¥16.55", "价格 ¥19.00 − 包装 ¥1.50 − 服务费 ¥0.95",
                  "合每斤 ¥3.80，每公斤 ¥7.60"):  # fmt: skip
        assert words in page
    done = li.post(step("price", two), offer(li, two, publish="1"))
    assertRedirects(done, reverse("desk:goods-of", args=[two.li.pk]))
    listing = Listing.objects.select_related("product").get()
    assert (listing.product.title, listing.title_en) == (
        "水洒村香蕉 5斤装",
        f"Bananas from {two.li.village.name_en}, 2.5 kg",
    )
    assert (listing.crop, listing.net_weight_g, listing.product_class, listing.state) == (
        "banana",
        2500,
        "own_produce",
        "on_sale",
    )
    assert (listing.packing_cost, listing.ready_on, listing.picture) == (
        Decimal("1.50"),
        None,
        f"raw/{Photo.objects.get().key.hex}",
    )
    row = StockRecord.objects.get()
    assert (row.price, row.num_in_stock) == (Decimal("19.00"), 10)
    assert take_home(price=row.price, packing=listing.packing_cost).take_home == Decimal("16.55")
    assert "水洒村香蕉" in Client().get(f"/v/{two.li.village_id}/").content.decode()


def test_a_double_tap_lists_once(li: Client, two: Neighbours) -> None:
    filled(li, two)
    form = offer(li, two, publish="1")
    goods = reverse("desk:goods-of", args=[two.li.pk])
    assertRedirects(li.post(step("price", two), form), goods, fetch_redirect_response=False)
    assertRedirects(li.post(step("price", two), form), goods, fetch_redirect_response=False)
    assert (Listing.objects.count(), StockMovement.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("bump", "price", "quantity"),
    [
        ("price:1", "20.00", 10),
        ("price:-0.1", "18.90", 10),
        ("price:-100", "0.10", 10),
        ("quantity:10", "19.00", 20),
        ("quantity:-10", "19.00", 1),
        ("quantity:NaN", "19.00", 10),
        ("nothing:1", "19.00", 10),
        ("", "19.00", 10),
    ],
)
def test_steppers_work_without_javascript(
    li: Client, two: Neighbours, bump: str, price: str, quantity: int
) -> None:
    filled(li, two)
    form = offer(li, two, packing_cost="0", bump=bump)
    assertRedirects(li.post(step("price", two), form), step("price", two))
    draft = ListingDraft.objects.get()
    assert (draft.price, draft.quantity, draft.ended_at) == (Decimal(price), quantity, None)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"price": "1.50"}, "包装费须比价格低"),
        ({"price": "一百"}, "价格请填数字"),
        ({"price": "0"}, "价格至少 0.01 元"),
        ({"price": "NaN"}, "价格请填数字"),
        ({"price": "1e9"}, "99999"),
        ({"price": "1e40"}, "价格请填数字"),
        ({"quantity": "0"}, "至少 1 份"),
        ({"quantity": "10000"}, "9999"),
        ({"ready_on": "2020-01-01"}, "今天到半年以内"),
        ({"ready_on": "9999-12-31"}, "今天到半年以内"),
        ({"ready_on": "x"}, "日期"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(
    li: Client, two: Neighbours, changed: dict[str, str], said: str
) -> None:
    filled(li, two)
    page = li.post(step("price", two), offer(li, two, publish="1", **changed))
    assert page.status_code == 200
    text = page.content.decode()
    assert said in text
    assert all(f'value="{value}"' in text for value in changed.values())
    assert (Listing.objects.count(), ListingDraft.objects.get().price) == (0, Decimal("19.00"))


def test_full_width_figures_are_taken(li: Client, two: Neighbours) -> None:
    filled(li, two)
    li.post(step("price", two), offer(li, two, price="￥２９．９０元", quantity="１２", publish="1"))
    assert (StockRecord.objects.get().price, StockRecord.objects.get().num_in_stock) == (Decimal("29.90"), 12)


def test_what_can_be_sent_later_promises_later(li: Client, two: Neighbours) -> None:
    filled(li, two)
    day = local_day(timezone.now()) + timedelta(days=10)
    li.post(step("price", two), offer(li, two, ready_on=day.isoformat(), publish="1"))
    listing = Listing.objects.get()
    now = timezone.now()
    assert listing.ready_on == day
    assert listing.hours_to_ship(now) - listing.ship_within_hours in range(216, 241)
    assert listing.hours_to_ship(now + timedelta(days=11)) == 48
    page = Client().get(f"/p/{listing.pk}-{listing.product.slug}/").content.decode()
    assert f"预售，{day} 起发货。" in page
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=listing.pk, quantity=1, now=now)
    promised = basket_view(basket_id, now=now).lines[0].ship_within_hours
    assert promised == listing.hours_to_ship(now)


def test_another_pack_in_ones_own_words(li: Client, two: Neighbours) -> None:
    li.post(step("crop", two), {"crop": "egg"})
    refused = li.post(step("pack", two), {"pack": "一篮"})
    assert "请写清一份多重" in refused.content.decode()
    assert 'value="一篮"' in refused.content.decode()
    assertRedirects(li.post(step("pack", two), {"pack": "40枚 约4斤"}), step("price", two))
    draft = ListingDraft.objects.get()
    assert (draft.spec, draft.spec_en, draft.net_weight_g, draft.price) == (
        "40枚 约4斤",
        "40 eggs, about 2 kg",
        2000,
        Decimal("48.00"),
    )


def test_an_unknown_crop_is_refused(li: Client, two: Neighbours) -> None:
    page = li.post(step("crop", two), {"crop": "mooncake"}, follow=True).content.decode()
    assert "请先选是什么货。" in page
    assert "加工过的，要先交证照" in page
    assert not ListingDraft.objects.exclude(crop="").exists()


def test_steps_are_not_skipped(li: Client, two: Neighbours) -> None:
    assertRedirects(li.get(step("price", two)), reverse("desk:goods-of", args=[two.li.pk]))
    assertRedirects(li.get(step("pack", two)), step("crop", two))
    li.post(step("crop", two), {"crop": "banana"})
    assertRedirects(li.get(step("price", two)), step("pack", two))
    assert li.get(step("brings", two), {"price": "20"}).status_code == 204


def test_the_sum_is_asked_while_the_price_moves(li: Client, two: Neighbours, settings: Settings) -> None:
    settings.PLATFORM_FEE_RATE = Decimal("0.05")
    filled(li, two)
    answer = li.get(step("brings", two), {"price": "30", "packing_cost": "1.00"})
    text = answer.content.decode()
    assert "¥27.50" in text
    assert "= 价格 ¥30.00 − 包装 ¥1.00 − 服务费 ¥1.50" in text
    assert li.get(step("brings", two), {"price": "x"}).status_code == 204


def test_only_own_produce_is_listed_here(client: Client, two: Neighbours) -> None:
    stop_shop(vendor_id=two.li.pk, note="搬家", actor=DEMO, now=timezone.now())
    client.force_login(two.li_user)
    assert "已停止营业" in client.get(step("photo", two)).content.decode()
    assert "已停止营业" in client.post(step("crop", two), {"crop": "banana"}, follow=True).content.decode()
    assert ListingDraft.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "in_review"}, "店铺还没有开"),
        ({"kind": "cooperative"}, "从收购批次上架"),
    ],
)
def test_a_shop_that_may_not_list_is_told_why(two: Neighbours, change: dict[str, str], said: str) -> None:
    for name, value in change.items():
        setattr(two.li, name, value)
    if "kind" in change:
        two.li.self_produced_declared_on = None
    with pytest.raises(DomainError) as refused:
        begin(vendor=two.li, user=two.li_user, now=timezone.now())
    assert said in refused.value.message
    assert ListingDraft.objects.count() == 0


def test_begin_anew(li: Client, two: Neighbours) -> None:
    filled(li, two)
    assert "接着写" in li.get(step("photo", two)).content.decode()
    li.post(step("anew", two))
    assert "接着写" not in li.get(step("photo", two)).content.decode()
    draft = ListingDraft.objects.get()
    assert (draft.crop, draft.ended_at is None, draft.listing) == ("banana", False, None)


def test_the_draft_is_there_on_another_phone(li: Client, two: Neighbours) -> None:
    filled(li, two)
    li.post(step("price", two), offer(li, two, price="23.40", bump="quantity:1"))
    other = Client()
    other.force_login(two.li_user)
    assert offer(other, two)["price"] == "23.40"
    assert offer(other, two)["quantity"] == "11"


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "HEIF"), ("b.heic", "HEIF"), ("腊肉 特级(1).jpg", "JPEG"), ("𬭊.jpg", "PNG")]
)
def test_b103_b111_a_heic_photo_and_a_chinese_name_are_taken(
    li: Client, two: Neighbours, name: str, kind: str
) -> None:
    answer = li.post(step("photo", two), {"photo": photo_file(name, kind), "upload_key": "k"})
    assertRedirects(answer, step("crop", two))
    assert ListingDraft.objects.get().photos == [Photo.objects.get().key]


def test_b103_text_named_jpg_is_refused_and_the_rest_is_kept(li: Client, two: Neighbours) -> None:
    filled(li, two)
    li.post(step("photo", two), {"photo": photo_file(), "upload_key": "k1"})
    page = li.post(step("photo", two), {"photo": text_file(), "upload_key": "k2"}, follow=True)
    assert "这个文件不是照片" in page.content.decode()
    draft = ListingDraft.objects.get()
    assert (draft.crop, draft.spec, len(draft.photos)) == ("banana", "5斤装", 1)


def test_b109_a_photo_sent_again_is_kept_once(li: Client, two: Neighbours) -> None:
    as_script = {"HTTP_ACCEPT": "application/json"}
    answers = [
        li.post(step("photo", two), {"photo": photo_file(), "upload_key": "same"}, **as_script)
        for _again in range(2)
    ]
    key = Photo.objects.get().key
    assert [answer.json() for answer in answers] == [
        {"photo": f"/media/photos/{key.hex[:2]}/{key.hex}/whole.jpg"}
    ] * 2
    refused = li.post(step("photo", two), {"photo": text_file(), "upload_key": "other"}, **as_script)
    assert (refused.status_code, list(refused.json())) == (422, ["error"])
    assert ListingDraft.objects.get().photos == [key]


def test_b112_the_photo_field_names_no_kinds(li: Client, two: Neighbours) -> None:
    page = li.get(step("photo", two)).content.decode()
    assert page.count('type="file"') == 1
    assert 'accept="image/*"' in page
    assert "capture" not in page


def test_two_photos_at_once_and_one_taken_away(li: Client, two: Neighbours) -> None:
    li.post(step("photo", two), {"photo": [photo_file(), photo_file("b.png", "PNG")], "upload_key": "k"})
    first, second = ListingDraft.objects.get().photos
    li.post(reverse("desk:sell-photo-away", args=[two.li.pk, first]))
    assert ListingDraft.objects.get().photos == [second]
    filled(li, two)
    li.post(step("price", two), offer(li, two, publish="1"))
    assert list(Listing.objects.get().photos.values_list("key", flat=True)) == [second]
    # Sent again after the goods are listed, it does not land on the next ones.
    li.post(step("photo", two), {"photo": [photo_file(), photo_file("b.png", "PNG")], "upload_key": "k"})
    assert second not in ListingDraft.objects.get(ended_at__isnull=True).photos


def test_the_tenth_photo_is_refused(li: Client, two: Neighbours) -> None:
    for number in range(10):
        page = li.post(step("photo", two), {"photo": photo_file(), "upload_key": f"k{number}"}, follow=True)
    assert "最多放9张" in page.content.decode()
    assert len(ListingDraft.objects.get().photos) == 9
