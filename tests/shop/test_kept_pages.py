"""Pages that are the same for everyone are kept a moment in Valkey, for all processes; a visitor's own never are."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from redis.exceptions import RedisError

from tests.flow.test_story import seller, storefront
from tests.shop.conftest import Shop, price

PAGE = "/v/440883106206/"


@pytest.fixture(autouse=True)
def kept(settings: Settings) -> Iterator[None]:
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    yield
    cache.clear()


def test_a_kept_page_costs_no_statement_and_is_the_same(
    client: Client, shop: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(PAGE)
    price(shop.banana, "99.00")
    with django_assert_num_queries(0):
        second = client.get(PAGE)
    assert second.content == first.content
    assert second["Cache-Control"] == first["Cache-Control"]
    assert second["Content-Type"] == first["Content-Type"]
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert not second.cookies


@pytest.mark.parametrize("other", [f"/en{PAGE}", f"{PAGE}?category=fruit"])
def test_each_address_has_its_own(client: Client, shop: Shop, other: str) -> None:
    assert client.get(PAGE).content != client.get(other).content


def test_who_has_a_session_gets_a_page_of_their_own(client: Client, shop: Shop) -> None:
    first = client.get(PAGE).content
    price(shop.banana, "99.00")
    visitor = Client()
    visitor.cookies[settings.SESSION_COOKIE_NAME] = "a"
    assert "99" in visitor.get(PAGE).content.decode()
    assert client.get(PAGE).content == first


def test_what_is_not_there_is_not_kept(client: Client, shop: Shop) -> None:
    assert client.get("/v/440883106214/").status_code == 404
    storefront(seller("440883106214", "何生", 3))
    assert client.get("/v/440883106214/").status_code == 200


def test_pages_do_without_a_cache(client: Client, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_given: object, **_named: object) -> None:
        raise RedisError

    for name in ("get", "set"):
        monkeypatch.setattr(f"shop.public.cache.{name}", away)
    assert client.get(PAGE).status_code == 200


def test_a_card_is_rendered_anew_when_it_changes(client: Client, shop: Shop, settings: Settings) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    assert '<span class="price-yuan">30</span>' in client.get(PAGE).content.decode()
    price(shop.banana, "31.10")
    assert '<span class="price-yuan">31</span>' in client.get(PAGE).content.decode()
    assert "/en/p/" in client.get(f"/en{PAGE}").content.decode()
    assert "/en/p/" not in client.get(PAGE).content.decode()
