"""Whatever stands in an address or a form, every door answers; nothing of it is a failure of ours."""

import re
from collections.abc import Iterator
from itertools import groupby, product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import OfficerRole, OperatorRole, User
from fulfilment.models import VendorOrder
from orders.models import Placement
from tests.flow.test_story import NOW, pay, placed_order
from vendors.models import VendorMember

NUL = "a\x00b"
# A form of our own page, as browsers say.
OURS = {"Sec-Fetch-Site": "same-origin"}
ODD = [
    *(
        "",
        "0",
        "-1",
        "1.5",
        "٣",
        "9" * 19,
        "9" * 25,
        "9" * 5000,
        "NaN",
        "x" * 10_000,
        "2026-13-45",
        "9999-12-31",
    ),
    *("13", "'\"\\%s{}", "//e.example", "\x01\u202e\ufffe😀", "a\r\nb", "(" * 500),
]
IN_ADDRESS = [
    *(
        "q",
        "after",
        "from",
        "category",
        "village",
        "town",
        "day",
        "year",
        "month",
        "next",
        "number",
        "closed",
    ),
    *("owed", "overpaid", "kind", "state", "page", "o", "p", "e"),
]
IN_FORM = [
    *(
        "login",
        "password",
        "name",
        "mobile",
        "area_code",
        "area_text",
        "detail",
        "note",
        "method",
        "submission",
    ),
    *("shown", "exceptions", "place", "calculate", "quantity", "product", "number", "amount", "reference"),
    *("reason", "borne_by", "waybill", "carrier", "language", "next", "line", "received_on"),
]


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address of ours; the admin's stay out, Django tests those."""
    for entry in patterns:
        part = str(entry.pattern)
        if isinstance(entry, URLResolver):
            if entry.app_name != "admin":
                yield from routes(entry.url_patterns, before + part)
        else:
            yield before + part


ROUTES = sorted(set(routes(get_resolver().url_patterns)))
DOORS = {door: list(found) for door, found in groupby(ROUTES, key=lambda route: route.partition("/")[0])}


@pytest.fixture
def everyone(db: None, client: Client) -> dict[str, str]:
    """Somebody with every job, signed in; and what the addresses may name."""
    pay(placed_order())
    part = VendorOrder.objects.order_by("pk")[0]
    user = User.objects.create_superuser(mobile="13900000000", password=None)
    OfficerRole.objects.create(user=user, level="city", since=NOW)
    for job in OperatorRole.Job.values:
        OperatorRole.objects.create(user=user, job=job, since=NOW)
    VendorMember.objects.create(vendor=part.vendor, user=user, since=NOW)
    client.force_login(user)
    placement = Placement.objects.get()
    return {
        "token": placement.token,
        "number": placement.number,
        "code": "440883106206",
        "household_id": str(part.vendor.household_id),
        "vendor_id": str(part.vendor_id),
        "key": "11111111-1111-1111-1111-111111111111",
    }


def address(route: str, known: dict[str, str]) -> str:
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: known.get(found[1], "1"), route)


def test_the_table_has_every_door() -> None:
    assert {"account", "basket", "checkout", "desk", "hooks", "o", "office", "operator", "search"} <= set(
        DOORS
    )
    assert len(ROUTES) > 50


@pytest.mark.parametrize("door", DOORS)
def test_whatever_is_asked_or_sent_is_answered(door: str, client: Client, everyone: dict[str, str]) -> None:
    for route, value in product(DOORS[door], ODD):
        path = address(route, everyone)
        asked = client.get(path, dict.fromkeys(IN_ADDRESS, value))
        sent = client.post(path, dict.fromkeys(IN_FORM, value), headers=OURS)
        assert max(asked.status_code, sent.status_code) < 500, (path, value)


@pytest.mark.parametrize("door", [door for door in DOORS if door != "hooks"])
def test_nul_is_refused_with_a_sentence(door: str, client: Client, everyone: dict[str, str]) -> None:
    for route in DOORS[door]:
        path = address(route, everyone)
        answers = (
            client.get(path, {"village": NUL}),
            client.get(path, {NUL: "1"}),
            client.post(path, {"number": NUL}, headers=OURS),
        )
        assert [answer.status_code for answer in answers] == [400] * 3, path
        assert all("看不见的字符" in answer.content.decode() for answer in answers)


def test_a_notice_is_read_by_its_own_view(client: Client, db: None) -> None:
    assert client.post("/hooks/stripe/", {"number": NUL}).status_code == 400
    assert client.post("/hooks/stripe/?a=%00", {"number": "1"}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/p/1-a%00b/", "/o/a%00b/", "/paid/a%00b/", "/static/a%00b.css", "/%00/", "/t/%00/"]
)
def test_nul_in_a_path_leads_nowhere(path: str, client: Client, db: None) -> None:
    assert client.get(path).status_code in {400, 404}


@pytest.mark.parametrize("cookie", ["sessionid", "yx_basket", "csrftoken", "yx_paying"])
def test_nul_in_a_cookie_counts_as_no_cookie(cookie: str, client: Client, db: None) -> None:
    # Browsers send it as an octal escape within quotes.
    odd = {"HTTP_COOKIE": f'{cookie}="a\\000b"'}
    for path in ("/basket/", "/me/", "/account/sign-in/", "/office/"):
        assert client.get(path, **odd).status_code in {200, 302}


def test_the_page_speaks_the_language_of_the_address(client: Client, db: None) -> None:
    page = client.get("/en/search/", {"q": NUL})
    assert (page.status_code, page["Content-Language"]) == (400, "en")
