"""Storefronts, product and search: bounded statements, the same for everyone, cacheable for a moment."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Listing, Storefront
from catalog.services.listings import set_state
from catalog.services.storefronts import close
from common.audit import DEMO
from tests.flow.test_story import NOW
from tests.shop.market import CHEN_VILLAGE, LI_VILLAGE, TOWN, Market, open_town, text


@pytest.fixture
def addresses(market: Market) -> Iterator[dict[str, tuple[str, int]]]:
    open_town()
    product = f"/p/{market.bananas.pk}-{market.bananas.product.slug}/"
    yield {
        "home": ("/", 3),
        "town": (f"/t/{TOWN}/", 4),
        "village": (f"/v/{LI_VILLAGE}/", 3),
        "product": (product, 1),
        "search": ("/search/?q=香蕉", 1),
    }


@pytest.mark.parametrize("name", ["home", "town", "village", "product", "search"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_statements_and_caching(
    client: Client,
    addresses: dict[str, tuple[str, int]],
    name: str,
    prefix: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    address, statements = addresses[name]
    with django_assert_num_queries(statements):
        answer = client.get(f"{prefix}{address}")
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "s-maxage=5" in answer["Cache-Control"]
    assert answer["Cache-Control"].startswith("public")
    assert "csrfmiddlewaretoken" not in text(answer)


def test_a_page_for_a_known_visitor_is_not_shared(client: Client, market: Market) -> None:
    client.post(
        "/basket/add/", {"product": market.bananas.pk, "quantity": "0"}, HTTP_SEC_FETCH_SITE="same-origin"
    )
    answer = client.get("/")
    assert "数量请填写1到999之间的整数。" in text(answer)
    assert "public" not in answer["Cache-Control"]


def test_a_town_shows_its_villages_goods(client: Client, addresses: dict[str, tuple[str, int]]) -> None:
    page = text(client.get(addresses["town"][0]))
    assert "香蕉" in page
    assert "沙螺" in page
    page = text(client.get(addresses["village"][0]))
    assert "香蕉" in page
    assert "沙螺" not in page


def test_the_product_page_tells_what_the_law_asks(client: Client, market: Market) -> None:
    page = text(client.get(f"/p/{market.bananas.pk}-{market.bananas.product.slug}/"))
    assert "¥6.02" in page  # 30.10 for 2,500 g, per 500 g
    assert "¥12.04" in page  # and per kg
    assert "自产自销农副产品，依法免于市场主体登记" in page
    assert "鲜活易腐，不适用七日无理由退货" in page
    assert "农家到手" in page


def test_a_wrong_slug_leads_to_the_right_one(client: Client, market: Market) -> None:
    answer = client.get(f"/p/{market.bananas.pk}-别的/")
    assert (answer.status_code, answer["Location"]) == (301, f"/p/{market.bananas.pk}-%E9%A6%99%E8%95%89/")


def test_a_withdrawn_product_is_gone_and_an_unknown_one_missing(client: Client, market: Market) -> None:
    set_state(listing=market.bananas, state=Listing.State.WITHDRAWN, actor=DEMO, now=NOW)
    gone = client.get(f"/p/{market.bananas.pk}-香蕉/")
    assert (gone.status_code, "这件商品已经下架。" in text(gone)) == (410, True)
    assert "public" not in gone.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address",
    [
        "/p/999999-x/",
        f"/p/{10**30}-x/",
        "/t/440106/",
        "/v/000000000000/",
        "/t/%00/",
        "/v/%00/",
        "/o/wrong/",
        "/o/%00/",
        f"/t/{'9' * 500}/",
    ],
)
@pytest.mark.django_db
def test_what_is_not_there_says_so(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "没有" in text(answer) or "还没有店铺" in text(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["q=%00", "q=%27%26%7C", "after=%00", "after=20269999T-1", "q=" + "蕉" * 200]
)
def test_odd_questions_get_a_page(client: Client, query: str) -> None:
    assert client.get(f"/search/?{query}").status_code == 200


def test_an_english_refusal_is_english(client: Client, market: Market) -> None:
    assert client.get("/en/p/999999-x/").status_code == 404


def test_a_closed_storefront_says_so_and_when_it_opens(client: Client, market: Market) -> None:
    closed = Storefront.objects.get(village_id=LI_VILLAGE)
    close(storefront=closed, reopens_at=None, actor=DEMO, now=NOW)
    page = client.get(f"/v/{LI_VILLAGE}/")
    assert page.status_code == 200
    assert "“店”暂停营业" in text(page)
    assert "香蕉" not in text(page).split("<main", 1)[1]
    product = text(client.get(f"/p/{market.bananas.pk}-香蕉/"))
    assert "加入购物车" not in product


@pytest.mark.parametrize("code", [LI_VILLAGE, CHEN_VILLAGE])
def test_a_sample_designation_says_so(client: Client, market: Market, code: str) -> None:
    from places.queries import is_designated

    page = text(client.get(f"/v/{code}/"))
    assert ("示例名单" in page) == (is_designated(code) is not None)
