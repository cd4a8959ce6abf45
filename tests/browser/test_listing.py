"""Listing on a phone of 360 px: six taps, a photo in the background, a signal that goes away in the middle."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect

from catalog.models import Listing, ListingDraft, Photo
from tests.desk.shops import Neighbours, neighbours
from tests.photos.making import saved, scene
from vendors.partner.models import StockRecord

pytestmark = pytest.mark.browser


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "香蕉.jpg"
    file.write_bytes(saved(scene(), "JPEG"))
    return file


def signed_in(page: Page, market: str, two: Neighbours) -> None:
    client = Client()
    client.force_login(two.li_user)
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": market}])


def with_photos(page: Page) -> None:
    """Photos lie in memory here, where the web server does not find them."""
    picture = saved(scene(320, 320), "JPEG")
    page.route("**/media/**", lambda route: route.fulfill(body=picture, content_type="image/jpeg"))


@pytest.fixture
def two(market: str, phone: Page) -> Neighbours:
    made = neighbours()
    signed_in(phone, market, made)
    with_photos(phone)
    return made


def test_six_taps_with_a_photo(phone: Page, two: Neighbours, photo: Path) -> None:
    phone.goto("/desk/")
    taps = 0

    def tap(name: str, role: str = "button") -> None:
        nonlocal taps
        phone.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
        taps += 1

    tap("上架新货", "link")
    with phone.expect_file_chooser() as chooser:
        phone.get_by_text("拍照或选照片").click()
        taps += 1
    chooser.value.set_files(photo)
    tap("香蕉")
    tap("5斤装")
    expect(phone.locator(".brings-sum")).to_have_text("¥17.50")
    phone.get_by_role("button", name="一份卖多少钱（元）加1", exact=True).click()
    expect(phone.locator(".brings-sum")).to_have_text("¥18.50")
    phone.get_by_role("button", name="一份卖多少钱（元）减0.1", exact=True).click()
    expect(phone.locator(".brings-sum")).to_have_text("¥18.40")
    tap("上架开卖")
    expect(phone.get_by_text("已上架：水洒村香蕉 5斤装")).to_be_visible()
    assert taps == 5
    listing = Listing.objects.get()
    assert listing.photos.get() == Photo.objects.get()
    assert StockRecord.objects.get().price == Decimal("19.90")


def test_b109_the_signal_goes_away_in_the_middle(browser: Browser, market: str, photo: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, base_url=market, locale="zh-CN")
    phone, two = context.new_page(), neighbours()
    signed_in(phone, market, two)
    with_photos(phone)
    lost = 0

    def cut(route: Route) -> None:
        nonlocal lost
        if lost < 1 and route.request.method == "POST":
            lost += 1
            # The server has it; the answer is lost on the way back.
            route.fetch()
            route.abort()
        else:
            route.continue_()

    phone.goto(f"/desk/sell/{two.li.pk}/")
    phone.route(f"**/desk/sell/{two.li.pk}/", cut)
    phone.locator("#photo").set_input_files(photo)
    phone.get_by_role("button", name="香蕉", exact=True).click()
    phone.get_by_role("button", name="5斤装", exact=True).click()
    expect(phone.get_by_text("照片已传好")).to_be_visible()
    assert lost == 1
    assert ListingDraft.objects.get().photos == [Photo.objects.get().key]
    context.set_offline(True)
    phone.get_by_label("有多少份", exact=True).fill("7")
    phone.get_by_role("button", name="上架开卖").click()
    expect(phone.get_by_text("没有信号，填的内容还在")).to_be_visible()
    expect(phone.get_by_label("有多少份", exact=True)).to_have_value("7")
    context.set_offline(False)
    phone.get_by_role("button", name="上架开卖").click()
    expect(phone.get_by_text("已上架：水洒村香蕉 5斤装")).to_be_visible()
    assert Listing.objects.get().photos.count() == 1
    context.close()


@pytest.fixture
def bare(browser: Browser, market: str) -> Page:
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, base_url=market, locale="zh-CN", java_script_enabled=False
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def test_six_taps_without_javascript(bare: Page, market: str, photo: Path) -> None:
    two = neighbours()
    signed_in(bare, market, two)
    bare.goto("/desk/")
    bare.get_by_role("link", name="上架新货", exact=True).click()
    bare.locator("#photo").set_input_files(photo)
    for name in ("用这张，下一步", "香蕉", "5斤装", "上架开卖"):
        bare.get_by_role("button", name=name, exact=True).first.click()
    expect(bare.get_by_text("已上架：水洒村香蕉 5斤装")).to_be_visible()
    assert Listing.objects.get().photos.count() == 1
    bare.context.close()


def test_b114_a_missing_form_cookie_keeps_what_was_typed(browser: Browser, market: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, base_url=market, locale="zh-CN")
    page, two = context.new_page(), neighbours()
    page.set_default_timeout(10_000)
    signed_in(page, market, two)
    page.goto(f"/desk/sell/{two.li.pk}/crop/")
    page.get_by_role("button", name="香蕉", exact=True).click()
    page.get_by_role("button", name="5斤装", exact=True).click()
    page.get_by_label("一份卖多少钱（元）", exact=True).fill("23.40")
    context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="上架开卖").click()
    expect(page.get_by_text("您填的内容还在")).to_be_visible()
    page.get_by_role("button", name="再提交一次").click()
    expect(page.get_by_text("已上架：水洒村香蕉 5斤装")).to_be_visible()
    assert StockRecord.objects.get().price == Decimal("23.40")
    context.close()
