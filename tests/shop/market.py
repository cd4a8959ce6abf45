"""A small market and a shopper who walks through the consumer's pages as a browser would."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from catalog.models import Listing
from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from orders.models import Placement
from places.models import Town
from tests.flow.test_story import NOW, listing, seller, storefront
from vendors.models import Vendor

LI_VILLAGE, CHEN_VILLAGE, TOWN = "440883106206", "440883106210", "440883106"
SAME_ORIGIN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
HIDDEN = re.compile(r'name="(submission|shown)" value="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Market:
    """Two households of two villages, each with one product of ten packs."""

    li: Vendor
    chen: Vendor
    bananas: Listing
    clams: Listing


def open_market() -> Market:
    li, chen = seller(LI_VILLAGE, "李伯", 1), seller(CHEN_VILLAGE, "陈叔", 2)
    for vendor in (li, chen):
        storefront(vendor)
    return Market(li, chen, listing(li, "香蕉", "30.10"), listing(chen, "沙螺", "19.95"))


def open_town() -> None:
    open_storefront(
        town=Town.objects.get(pk=TOWN),
        name="吴阳镇",
        name_en="Wuyang",
        story="",
        story_en="",
        picture="wuyang",
        actor=DEMO,
        now=NOW,
    )


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


@dataclass
class Shopper:
    """A browser with its cookies, and what was typed into the checkout form."""

    client: Client = field(default_factory=Client)
    typed: dict[str, str] = field(
        default_factory=lambda: {
            "name": "阿珍",
            "mobile": "13800138000",
            "area_text": "广东省 广州市 天河区",
            "detail": "测试路1号",
            "note": "",
            "method": "bank_transfer",
        }
    )

    def add(self, product: Listing | int, quantity: str = "1", **headers: Any) -> HttpResponse:
        number = product if isinstance(product, int) else product.pk
        return self.client.post(
            "/basket/add/", {"product": number, "quantity": quantity}, **{**SAME_ORIGIN, **headers}
        )

    def see_sum(self, **changed: str) -> HttpResponse:
        """The first post: freight and the sum."""
        data = {**self.typed, "submission": str(uuid4()), **changed, "calculate": "1"}
        return self.client.post("/checkout/", data)

    def confirm(self, page: HttpResponse, **changed: str) -> HttpResponse:
        """The second post, with what the page carried."""
        hidden = dict(HIDDEN.findall(text(page)))
        return self.client.post(
            "/checkout/", {**self.typed, **hidden, "exceptions": "on", **changed, "place": "1"}
        )

    def buy(self, *products: Listing, **changed: str) -> Placement:
        """From the shelf to the order."""
        for product in products:
            self.add(product)
        answer = self.confirm(self.see_sum(**changed), **changed)
        assert answer.status_code == 302, text(answer)
        return Placement.objects.get(token=answer["Location"].split("/")[-2])


def sum_of(page: HttpResponse) -> Decimal:
    """What the page says will be charged."""
    found = re.search(r'<dd class="grand">¥([0-9.,]+)</dd>', text(page))
    assert found is not None, text(page)
    return Decimal(found[1].replace(",", ""))
