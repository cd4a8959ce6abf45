"""Every address of the desk as seller, neighbour, shopper and stranger: another's is not there, nothing moves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.models import Listing, ListingChange, ListingDraft, Photo
from catalog.services.drafts import add_photo, begin, choose_crop, choose_pack
from catalog.services.goods import set_price
from catalog.services.photos import keep_photo
from common.audit import DEMO
from desk.urls import urlpatterns
from flow.place_order import Placed
from fulfilment.models import Parcel, VendorOrder
from payments.models import Problem
from tests import people
from tests.desk.shops import photo_file
from tests.desk.test_members_urls import CASES as MEMBERS
from tests.flow.test_story import pay, placed_order
from vendors.models import StockMovement, Vendor
from vendors.partner.models import StockRecord


@dataclass(frozen=True)
class Case:
    """An address of 李伯's: its arguments, the form it takes, and what he himself gets."""

    args: Callable[["Scene"], list[object]] = lambda _scene: []
    form: dict[str, str] | None = None
    own: int = 200
    # Names no object: the neighbour sees their own page there.
    is_shared: bool = False


@dataclass
class Scene:
    """李伯 with an order, goods, a change and a draft with a photo."""

    placed: Placed
    part: VendorOrder
    goods: Listing
    change: ListingChange
    draft: ListingDraft
    photo: Photo
    people: dict[str, Client] = field(default_factory=dict)


def shop(scene: Scene) -> list[object]:
    return [scene.part.vendor_id]


def goods(scene: Scene) -> list[object]:
    return [scene.goods.pk]


def part(scene: Scene) -> list[object]:
    return [scene.part.number]


CASES = {
    "home": Case(is_shared=True),
    "orders": Case(is_shared=True),
    "pack": Case(form={"number": "{part}"}, own=302),
    "order": Case(part),
    "ship": Case(part, {"carrier": "ems", "waybill": "TEST001"}, 302),
    "picking": Case(is_shared=True),
    "cannot-send": Case(part, {"why": "没有货了"}, 302),
    "slip": Case(part),
    "slip-printed": Case(lambda scene: [scene.part.number, "label"]),
    "opened": Case(part, own=302),
    "money": Case(is_shared=True),
    "money-of": Case(shop),
    "sell": Case(own=302, is_shared=True),
    "sell-photo": Case(shop),
    "sell-photo-away": Case(lambda scene: [scene.part.vendor_id, scene.photo.key], {}, 302),
    "sell-crop": Case(shop, {"crop": "taro"}, 302),
    "sell-pack": Case(shop, {"pack": "10斤装"}, 302),
    "sell-price": Case(
        shop,
        {
            "price": "20",
            "quantity": "5",
            "packing_cost": "1",
            "ready_on": "{today}",
            "publish": "1",
            "draft": "{draft}",
        },
        302,
    ),
    "sell-brings": Case(shop, own=204),
    "sell-anew": Case(shop, {}, 302),
    "goods": Case(is_shared=True),
    "goods-of": Case(shop),
    "goods-state": Case(lambda scene: [scene.goods.pk, "pause"], {}, 302),
    "goods-sold-out": Case(goods, {"submission": "x"}, 302),
    "goods-price": Case(goods, {"price": "25"}, 302),
    "goods-add": Case(goods, {"quantity": "5", "submission": "x"}, 302),
    "goods-words": Case(goods, {"title": "别的名字"}, 302),
    "goods-again": Case(goods, {}, 302),
    "goods-undo": Case(lambda scene: [scene.change.pk], {}, 302),
}


# The village point has people of its own: tests/packing/test_village_point.py.
POINT = {"point", "point-hand-over", "point-parcel", "point-take", "point-label"}
# Joining, acting for others and money have more people: their own table stands in test_members_urls.
ELSEWHERE = set(MEMBERS) | POINT


@pytest.fixture
def scene(db: None) -> Scene:
    placed = placed_order()
    pay(placed)
    own, other = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    vendor, now = own.vendor, timezone.now()
    user = people.member_of(vendor)
    listing = Listing.objects.get(vendor=vendor)
    set_price(
        listing=listing, price=StockRecord.objects.get(product=listing.pk).price + 1, actor=DEMO, now=now
    )
    draft = begin(vendor=vendor, user=user, now=now)
    choose_crop(draft_id=draft.pk, crop_key="banana", now=now)
    choose_pack(draft_id=draft.pk, text="5斤装", now=now)
    photo = keep_photo(vendor=vendor, upload_key="k", file=photo_file(), actor=DEMO, now=now)
    add_photo(draft_id=draft.pk, photo=photo, now=now)
    made = Scene(placed, own, listing, ListingChange.objects.get(), draft, photo)
    for name, who in (
        ("seller", user),
        ("neighbour", people.member_of(other.vendor, name="陈叔")),
        ("shopper", people.person("阿珍")),
        ("office", people.officer()),
        ("left", people.member_of(vendor, name="走了的人")),
    ):
        made.people[name] = Client()
        made.people[name].force_login(who)
        if name == "left":
            who.vendor_memberships.update(ended_at=now)
    made.people["stranger"] = Client()
    return made


def state(scene: Scene) -> list[object]:
    """Everything that a page of the desk may move."""
    return [
        list(rows.order_by("pk").values())
        for rows in (
            Listing.objects.all(),
            StockRecord.objects.all(),
            StockMovement.objects.all(),
            ListingDraft.objects.all(),
            ListingChange.objects.all(),
            Photo.objects.all(),
            VendorOrder.objects.all(),
            Parcel.objects.all(),
            Problem.objects.all(),
            Vendor.objects.all(),
        )
    ] + [list(Listing.objects.order_by("pk").values_list("product__title", flat=True))]


def ask(scene: Scene, who: str, name: str, *, method: str) -> tuple[int, str]:
    case = CASES[name]
    url = reverse(f"desk:{name}", args=case.args(scene))
    client = scene.people[who]
    if method == "GET":
        answer = client.get(url)
    else:
        known = {
            "{part}": scene.part.number,
            "{draft}": str(scene.draft.key),
            "{today}": timezone.localdate().isoformat(),
        }
        answer = client.post(url, {key: known.get(text, text) for key, text in (case.form or {}).items()})
    return answer.status_code, answer.get("Location", "")


def test_every_address_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(CASES) | ELSEWHERE


@pytest.mark.parametrize("name", CASES)
def test_the_seller_gets_in(scene: Scene, name: str) -> None:
    method = "GET" if CASES[name].form is None else "POST"
    status, where = ask(scene, "seller", name, method=method)
    assert status == CASES[name].own
    assert "/account/" not in where


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("who", ["neighbour", "shopper", "office", "left", "stranger"])
def test_nobody_else_does_and_nothing_moves(scene: Scene, who: str, method: str) -> None:
    before = state(scene)
    answers = {name: ask(scene, who, name, method=method) for name in CASES}
    assert state(scene) == before
    for name, (status, where) in answers.items():
        if who == "stranger":
            assert where.startswith("/account/") if status == 302 else status == 405, name
        elif who == "neighbour" and CASES[name].is_shared:
            assert status in {200, 302, 405}, name
        elif name == "home":
            assert status == 403
        else:
            assert status in {404, 405}, name


def test_the_neighbours_own_pages_show_nothing_of_his(scene: Scene) -> None:
    for name in ("home", "orders", "money", "goods"):
        text = scene.people["neighbour"].get(reverse(f"desk:{name}")).content.decode()
        assert "香蕉" not in text
        assert scene.part.number not in text


def test_anothers_looks_like_none(scene: Scene) -> None:
    client = scene.people["neighbour"]
    for name, missing in (("goods-words", [10**6]), ("goods-of", [10**6]), ("sell-photo", [10**30])):
        pages = []
        for args in (CASES[name].args(scene), missing):
            url = reverse(f"desk:{name}", args=args)
            answer = client.get(url)
            # The page itself links to its other language.
            pages.append((answer.status_code, answer.content.decode().replace(url, "")))
        assert pages[0] == pages[1]
        assert pages[0][0] == 404


def test_nobody_takes_a_neighbours_photo(scene: Scene) -> None:
    vendor = scene.people["neighbour"]
    other = VendorOrder.objects.exclude(pk=scene.part.pk).get().vendor_id
    vendor.post(reverse("desk:sell-crop", args=[other]), {"crop": "taro"})
    answer = vendor.post(reverse("desk:sell-photo-away", args=[other, scene.photo.key]))
    assert answer.status_code == 302
    scene.draft.refresh_from_db()
    assert scene.draft.photos == [scene.photo.key]
    assert vendor.post(reverse("desk:sell-photo-away", args=[other, uuid4()])).status_code == 302


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("goods", 5),
        ("sell-photo", 5),
        ("sell-crop", 5),
        ("sell-pack", 5),
        ("sell-price", 5),
        ("sell-brings", 5),
        ("goods-words", 4),
    ],
)
def test_pages_cost_so_many_queries(
    scene: Scene, django_assert_num_queries: Callable[..., object], name: str, queries: int
) -> None:
    url = reverse(f"desk:{name}", args=CASES[name].args(scene))
    with django_assert_num_queries(queries):  # type: ignore[attr-defined]
        scene.people["seller"].get(url)
