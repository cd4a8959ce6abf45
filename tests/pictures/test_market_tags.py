"""What templates write: money, moments, pictures, the way to the other language."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from common.templatetags import market


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1234.5", "¥1,234.50"),
        ("0", "¥0.00"),
        ("-3.2", "−¥3.20"),
        ("0.05", "¥0.05"),
    ],
)
def test_yuan(amount: str, written: str) -> None:
    assert market.yuan(Decimal(amount)) == written


def test_nothing_is_written_for_no_amount() -> None:
    assert market.yuan(None) == ""
    assert market.price_parts(None) is None


def test_price_parts() -> None:
    assert market.price_parts(Decimal("1012.5")) == market.PriceParts("¥", "1,012", ".50")


def test_shanghai_decides_the_day_and_the_minute() -> None:
    late = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
    assert market.local_day(late) == "2026-11-25"
    assert market.local_time(late) == "2026-11-25 00:30"
    assert market.local_day(date(2026, 11, 24)) == "2026-11-24"
    assert market.local_day(None) == ""


def test_a_mobile_is_masked() -> None:
    assert market.masked_mobile("13800001234") == "138****1234"


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/", "/en/"),
        ("/t/440883112/?page=2", "/en/t/440883112/?page=2"),
        ("/en/", "/"),
        ("/en/search/?q=%E7%95%AA%E8%96%AF", "/search/?q=%E7%95%AA%E8%96%AF"),
        ("/english-corner/", "/en/english-corner/"),
    ],
)
def test_the_other_language_has_the_same_path(path: str, other: str) -> None:
    request = RequestFactory().get(path)
    assert market.other_language_path(Context({"request": request})) == other


def test_a_card_picture_has_two_widths_two_formats_and_a_size() -> None:
    html = market.picture("banana", 320, '粉"蕉')
    assert "banana-320.webp 320w" in html
    assert "banana-640.jpg 640w" in html
    assert "1200" not in html
    assert 'width="320" height="320"' in html
    assert 'loading="lazy"' in html
    assert "粉&quot;蕉" in html


def test_a_large_picture_has_the_third_width() -> None:
    assert "banana-1200.webp 1200w" in market.picture("banana", 640, "", "eager")


def test_no_key_no_picture() -> None:
    assert market.picture("") == ""
    assert market.banner("") == ""


def test_the_base_page_asks_nothing_of_the_visitor() -> None:
    """Anonymous pages are cached for everyone: no session, no user, no form token, no inline code."""
    request = RequestFactory().get("/")
    html = Template('{% extends "base.html" %}').render(Context({"request": request, "site": None}))
    assert not hasattr(request, "session")
    assert "CSRF_COOKIE" not in request.META
    assert "csrfmiddlewaretoken" not in html
    assert "<style" not in html
    assert " style=" not in html
    assert "<script>" not in html
    assert " onclick=" not in html
