"""A photo is kept once, shown at once, gets its sizes soon, and stays with what was sold."""

import io
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from pytest_django.fixtures import Settings

from catalog.models import Listing, Photo
from catalog.photos.reading import PhotoRefused
from catalog.services.photos import keep_photo, make_sizes, put_photos
from clock.tasks import size_photo, size_photos
from common.audit import DEMO
from common.errors import DomainError
from common.templatetags.market import picture
from orders.models import SoldLine
from orders.services.basket import Visitor, add, new_key, open_basket
from tests.flow.test_story import NOW, listing, place, seller, storefront
from tests.photos.making import saved, scene, with_position
from tests.race.together import together
from vendors.models import Vendor

SIZES = ["320.webp", "320.jpg", "640.webp", "640.jpg", "1200.webp"]


@pytest.fixture(autouse=True)
def storage(settings: Settings, tmp_path: object) -> None:
    """Files on a disk, as in earnest."""
    settings.MEDIA_ROOT = str(tmp_path)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


def sent(vendor: Vendor, key: str = "one", content: bytes | None = None) -> Photo:
    file = io.BytesIO(content if content is not None else saved(scene(), "JPEG", exif=with_position(6)))
    return keep_photo(vendor=vendor, upload_key=key, file=file, actor=DEMO, now=NOW)


def files(photo: Photo) -> list[str]:
    _folders, found = default_storage.listdir(f"photos/{photo.key.hex[:2]}/{photo.key.hex}")
    return sorted(found)


@pytest.fixture
def goods(db: None) -> Listing:
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    return listing(vendor, "香蕉", "30.10")


def test_sent_again_after_a_lost_answer_it_is_one_photo(goods: Listing) -> None:
    first = sent(goods.vendor)
    assert sent(goods.vendor) == first
    assert sent(goods.vendor, content=b"") == first
    assert (Photo.objects.count(), files(first)) == (1, ["whole.jpg"])


def test_what_is_no_photo_leaves_nothing(goods: Listing) -> None:
    with pytest.raises(PhotoRefused):
        sent(goods.vendor, content=b"no photo")
    assert Photo.objects.count() == 0
    assert not default_storage.exists("photos")


def test_shown_at_once_and_with_sizes_when_they_are_ready(goods: Listing) -> None:
    photo = sent(goods.vendor)
    put_photos(listing=goods, keys=[photo.key], actor=DEMO, now=NOW)
    goods.refresh_from_db()
    before = str(picture(goods.picture))
    assert f"/{photo.key.hex}/whole.jpg" in before
    size_photo(photo.pk)
    size_photo(photo.pk)
    goods.refresh_from_db()
    after = str(picture(goods.picture, 640))
    assert all(f"/{photo.key.hex}/{size}" in after for size in SIZES)
    assert files(photo) == sorted([*SIZES, "whole.jpg"])


def test_b106_no_stored_file_knows_where_it_was_taken(goods: Listing) -> None:
    photo = sent(goods.vendor)
    make_sizes(photo_id=photo.pk, now=NOW)
    for name in files(photo):
        with default_storage.open(f"photos/{photo.key.hex[:2]}/{photo.key.hex}/{name}") as file:
            content = file.read()
        assert b"PhoneMaker" not in content
        with Image.open(io.BytesIO(content)) as served:
            assert not served.getexif()


def test_a_lost_task_is_made_good_by_the_sweep(goods: Listing, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = sent(goods.vendor)
    monkeypatch.setattr("clock.tasks.timezone.now", lambda: NOW + timedelta(seconds=30))
    assert size_photos() == 0
    monkeypatch.setattr("clock.tasks.timezone.now", lambda: NOW + timedelta(seconds=60))
    assert [size_photos(), size_photos()] == [1, 0]
    photo.refresh_from_db()
    assert photo.sized_at == NOW + timedelta(seconds=60)


def test_a_task_cut_off_half_way_goes_on(goods: Listing, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = sent(goods.vendor)
    default_storage.save(f"photos/{photo.key.hex[:2]}/{photo.key.hex}/320.webp", io.BytesIO(b"x"))
    make_sizes(photo_id=photo.pk, now=NOW)
    assert files(photo) == sorted([*SIZES, "whole.jpg"])


def test_photos_change_places_and_leave(goods: Listing) -> None:
    first, second = sent(goods.vendor), sent(goods.vendor, "two")
    put_photos(listing=goods, keys=[first.key, second.key], actor=DEMO, now=NOW)
    put_photos(listing=goods, keys=[second.key, first.key], actor=DEMO, now=NOW)
    assert list(goods.photos.order_by("position")) == [second, first]
    assert goods.picture == second.picture
    put_photos(listing=goods, keys=[first.key], actor=DEMO, now=NOW)
    assert list(goods.photos.filter(removed_at__isnull=True)) == [first]
    assert files(second) == ["whole.jpg"]


def test_anothers_photo_and_the_tenth_are_refused(goods: Listing) -> None:
    stranger = sent(seller("440883106210", "陈叔", 2))
    for keys in ([stranger.key], [uuid4()], [uuid4() for _index in range(10)]):
        with pytest.raises(DomainError):
            put_photos(listing=goods, keys=keys, actor=DEMO, now=NOW)
    assert goods.photos.count() == 0


def test_b017_what_was_sold_keeps_its_photo(goods: Listing) -> None:
    photo = sent(goods.vendor)
    make_sizes(photo_id=photo.pk, now=NOW)
    put_photos(listing=goods, keys=[photo.key], actor=DEMO, now=NOW)
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=goods.pk, quantity=1, now=NOW)
    place(basket_id, str(uuid4()))
    other = sent(goods.vendor, "two")
    put_photos(listing=goods, keys=[other.key], actor=DEMO, now=NOW)
    photo.refresh_from_db()
    assert SoldLine.objects.get().picture == photo.picture
    assert len(files(photo)) == len(SIZES) + 1


@pytest.mark.usefixtures("committed_db")
def test_b109_the_same_upload_twice_at_once_is_one_photo() -> None:
    vendor = seller("440883106206", "李伯", 1)
    results = together([partial(sent, vendor), partial(sent, vendor)])
    assert results[0] == results[1]
    assert Photo.objects.count() == 1
