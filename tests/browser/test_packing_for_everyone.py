"""axe finds nothing on the pages of packing and of the village point, in both sizes of type; targets are 60 px high."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser

from accounts.models import User
from tests import people
from tests.browser.test_desk_for_everyone import faults
from tests.packing.village import HERE, ordered_from, scene

pytestmark = pytest.mark.browser


def signed_in(browser: Browser, market: str, user: User) -> object:
    client = Client()
    client.force_login(user)
    context = browser.new_context(viewport={"width": 360, "height": 640}, base_url=market, locale="zh-CN")
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": market}])
    return context.new_page()


@pytest.mark.parametrize("is_elder", [False, True])
def test_every_page_of_packing(browser: Browser, market: str, is_elder: bool) -> None:  # noqa: FBT001
    village = scene()
    second, third = (ordered_from(village.own.vendor) for _ in range(2))
    worker = Client()
    worker.force_login(village.worker)
    for part in (second, third):
        worker.post(reverse("desk:point-take", args=[HERE, part.number]))
    label = {f"weight-{third.lines.get().sold_line_id}": "4.8", "waybill": "YT1234567890123"}
    worker.post(reverse("desk:point-label", args=[HERE, third.number]), label)
    own = village.own.number
    asked = {
        people.member_of(village.own.vendor): [
            ("home", []),
            ("picking", []),
            ("order", [own]),
            ("slip", [own]),
        ],
        village.worker: [("point", [HERE]), ("point-parcel", [HERE, third.number]), ("slip", [own])],
    }
    seen = {}
    for user, pages in asked.items():
        page = signed_in(browser, market, user)
        for name, args in pages:
            page.goto(reverse(f"desk:{name}", args=args))  # type: ignore[attr-defined]
            seen[f"{user.name} {name}"] = faults(page, is_elder=is_elder)  # type: ignore[arg-type]
        page.context.close()  # type: ignore[attr-defined]
    assert seen == {name: [] for name in seen}
    assert len(seen) == 7
