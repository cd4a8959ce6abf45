"""Pages everyone sees: bounded statements, no cookie, clear sentences for what is not there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.models import Listing, Storefront
from catalog.services.listings import set_state
from catalog.services.storefronts import close, open_storefront
from common.audit import DEMO
from places.models import Town
from tests.flow.test_story import listing, seller, storefront
from tests.shop.conftest import Shop


def of_the_town() -> None:
    """吴阳镇's own storefront beside those of its villages."""
    open_storefront(
        town=Town.objects.get(pk="440883106"),
        name="吴阳镇",
        name_en="Wuyang",
        story="",
        story_en="",
        picture="",
        actor=DEMO,
        now=timezone.now(),
    )


@pytest.mark.parametrize(
    ("address", "statements"),
    [
        ("/", 3),
        ("/v/440883106206/", 3),
        ("/t/440883106/", 4),
        ("/search/", 1),
        ("/search/?q=香蕉", 1),
    ],
)
def test_pages_cost_the_same_few_statements_however_many_goods(
    client: Client,
    shop: Shop,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    statements: int,
) -> None:
    of_the_town()
    for number in range(5):
        listing(shop.banana.vendor, f"香蕉{number}", "12.00")
    with django_assert_num_queries(statements):
        response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "s-maxage=5" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")


def test_a_product_page_costs_one_statement(
    client: Client, shop: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        response = client.get(f"/p/{shop.banana.pk}-吴阳香蕉/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "¥6.02/500克（斤）" in page
    assert "¥12.04/千克" in page
    assert "自产自销农副产品，依法免于市场主体登记" in page
    assert "鲜活易腐，不适用七日无理由退货" in page


def test_english_pages_stand_beside_the_chinese(client: Client, shop: Shop) -> None:
    assert client.get("/en/").status_code == 200
    assert client.get(f"/en/p/{shop.banana.pk}-吴阳香蕉/").status_code == 200


@pytest.mark.parametrize("words", ["塘缀", "塘㙍"])
def test_both_writings_of_tangzhui_find_its_goods(client: Client, shop: Shop, words: str) -> None:
    vendor = seller("440883107203", "何生", 3)
    storefront(vendor)
    found = listing(vendor, "芋头", "20.00")
    cards = client.get("/search/", {"q": words}).context["shelf"].cards
    assert [card.product_id for card in cards] == [found.pk]


@pytest.mark.parametrize(
    ("words", "titles"),
    [("香蕉", ["吴阳香蕉"]), ("螺", ["沙螺"]), ("　", ["沙螺", "吴阳香蕉"]), ("没有这个", [])],
)
def test_search_finds_words_of_any_length(client: Client, shop: Shop, words: str, titles: list[str]) -> None:
    cards = client.get("/search/", {"q": words}).context["shelf"].cards
    assert [card.title for card in cards] == titles


def test_a_latin_word_is_found_by_its_beginning(client: Client, shop: Shop) -> None:
    found = listing(shop.banana.vendor, "Wuyang bananas", "12.00")
    cards = client.get("/en/search/", {"q": "Banana"}).context["shelf"].cards
    assert [card.product_id for card in cards] == [found.pk]


def test_a_page_is_followed_by_its_key(client: Client, shop: Shop) -> None:
    for number in range(30):
        listing(shop.banana.vendor, f"香蕉{number}", "12.00")
    first = client.get("/search/").context["shelf"]
    second = client.get("/search/", {"after": first.next_key}).context["shelf"]
    assert (len(first.cards), len(second.cards), second.next_key) == (24, 8, "")
    assert not {card.product_id for card in first.cards} & {card.product_id for card in second.cards}


@pytest.mark.parametrize(
    "address", ["/t/440883100/", "/v/000000000000/", "/p/999-x/", "/t/x/", "/search/?after=x-y"]
)
def test_what_is_unknown_gets_a_sentence_not_an_error(client: Client, shop: Shop, address: str) -> None:
    response = client.get(address)
    assert response.status_code == (200 if "search" in address else 404)
    assert "Traceback" not in response.content.decode()


def test_a_withdrawn_product_says_so_and_leads_on(client: Client, shop: Shop) -> None:
    set_state(listing=shop.banana, state=Listing.State.WITHDRAWN, actor=DEMO, now=timezone.now())
    response = client.get(f"/p/{shop.banana.pk}-吴阳香蕉/")
    assert response.status_code == 410
    assert "这件商品已经下架" in response.content.decode()


def test_a_closed_storefront_names_its_day_and_reopens_by_itself(client: Client, shop: Shop) -> None:
    front, now = Storefront.objects.get(village_id="440883106206"), timezone.now()
    close(storefront=front, reopens_at=now + timedelta(days=2), actor=DEMO, now=now)
    page = client.get("/v/440883106206/").content.decode()
    assert "暂停营业" in page
    assert "重新营业" in page
    assert len(client.get("/search/").context["shelf"].cards) == 1
    Storefront.objects.filter(pk=front.pk).update(
        closes_at=now - timedelta(days=2), reopens_at=now - timedelta(days=1)
    )
    assert len(client.get("/search/").context["shelf"].cards) == 2


def test_a_sample_designation_says_that_it_is_one(client: Client, shop: Shop) -> None:
    assert "示例名单" in client.get("/v/440883106206/").content.decode()


@pytest.mark.parametrize("title", ["长" * 80, "🌽", "乡村小店"])
def test_b101_chinese_long_and_strange_titles_all_get_pages(client: Client, shop: Shop, title: str) -> None:
    twice = [listing(shop.banana.vendor, title, "1.00") for _ in range(2)]
    cards = client.get("/search/").context["shelf"].cards[:2]
    addresses = {f"/p/{card.product_id}-{card.slug}/" for card in cards}
    assert len(addresses) == 2
    assert {client.get(address).status_code for address in addresses} == {200}
    assert twice[0].pk != twice[1].pk


def test_b053_script_in_a_description_is_shown_as_text(client: Client, shop: Shop) -> None:
    Listing.objects.filter(pk=shop.banana.pk).update(
        summary="第一行\n<img src=x onerror=alert(1)><script>alert(1)</script>"
    )
    page = client.get(f"/p/{shop.banana.pk}-吴阳香蕉/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "第一行<br>" in page


def test_pages_carry_a_strict_policy_and_no_inline_code(client: Client, shop: Shop) -> None:
    response = client.get("/")
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    page = response.content.decode()
    assert " style=" not in page
    assert " onclick=" not in page
