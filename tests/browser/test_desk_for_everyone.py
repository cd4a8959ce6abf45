"""axe finds nothing on the pages of listing, in both sizes of type and both grounds; every target is 60 px high."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from catalog.models import Listing
from tests.browser.test_listing import signed_in, with_photos
from tests.desk.shops import neighbours

pytestmark = pytest.mark.browser
LOW = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter((part) => {
  const box = part.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && box.height < 59.5
    && !part.matches('.visually-hidden, .skip-link, [type=hidden]')
    // A box to tick is as high as the words that tick it.
    && !(part.closest('label')?.getBoundingClientRect().height >= 59.5);
}).map((part) => part.outerHTML.slice(0, 100))"""


def faults(page: Page, *, is_elder: bool) -> list[str]:
    """What axe complains of, what is lower than 60 px, and whether the page is wider than the phone."""
    page.wait_for_load_state("networkidle")
    if is_elder:
        page.evaluate("document.body.classList.add('elder')")
    page.evaluate("for (const sheet of document.querySelectorAll('details')) sheet.open = true")
    found = [
        f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in Axe().run(page).response["violations"]
    ]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + page.evaluate(LOW) + ([f"{wider} px too wide"] if wider > 0 else [])


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("is_elder", [False, True])
def test_every_page_of_listing(browser: Browser, market: str, ground: str, is_elder: bool) -> None:  # noqa: FBT001
    context = browser.new_context(
        viewport={"width": 360, "height": 640},
        base_url=market,
        locale="zh-CN",
        color_scheme=ground,  # type: ignore[arg-type]
    )
    page, two = context.new_page(), neighbours()
    page.set_default_timeout(10_000)
    signed_in(page, market, two)
    with_photos(page)
    seen: dict[str, list[str]] = {}

    def look(name: str, address: str = "") -> None:
        if address:
            page.goto(address)
        seen[name] = faults(page, is_elder=is_elder)

    look("home", "/desk/")
    look("photo", f"/desk/sell/{two.li.pk}/")
    look("crop", f"/desk/sell/{two.li.pk}/crop/")
    page.get_by_role("button", name="香蕉", exact=True).click()
    expect(page.get_by_role("heading", name="一份装多少")).to_be_visible()
    look("pack")
    page.get_by_role("button", name="5斤装", exact=True).click()
    page.get_by_label("有多少份", exact=True).fill("0")
    page.get_by_role("button", name="上架开卖").click()
    expect(page.locator(".field-error")).to_be_visible()
    look("price with an error")
    page.get_by_label("有多少份", exact=True).fill("5")
    page.get_by_role("button", name="上架开卖").click()
    expect(page.get_by_text("已上架：")).to_be_visible()
    look("goods")
    look("words", f"/desk/goods/{Listing.objects.get().pk}/words/")
    context.close()
    assert seen == {name: [] for name in seen}
    assert len(seen) == 7
