"""The story in a browser: from a village's storefront to the household's income record."""

from decimal import Decimal

import pytest
from playwright.sync_api import Page

from accounts.models import User
from clock.tasks import move_parcels_on, send_refunds
from common.clock import local_day
from fulfilment.models import VendorOrder
from income.models import IncomeEntry
from income.prove import prove
from orders.models import Placement
from payments.models import Receipt
from tests.browser.conftest import Clock
from tests.flow.test_story import listing, seller, storefront
from tests.people import member_of, officer, staff
from vendors.models import Vendor

pytestmark = pytest.mark.browser
PASSWORD = "a-long-password"


@pytest.fixture
def sellers(market: str) -> tuple[Vendor, Vendor]:
    li, chen = seller("440883106206", "李伯", 1), seller("440883106210", "陈叔", 2)
    for vendor in (li, chen):
        storefront(vendor)
    listing(li, "吴阳香蕉", "30.10")
    listing(chen, "芷寮沙螺", "19.95")
    return li, chen


def can_sign_in(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(page: Page, user: User, address: str) -> None:
    page.context.clear_cookies()
    page.goto(f"/account/sign-in/?next={address}")
    page.fill("[name=login]", user.mobile or "")
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url(f"**{address}")


def buy(page: Page) -> Placement:
    """Two goods of 吴阳 from two villages, on a phone, as a guest."""
    for words in ("香蕉", "沙螺"):
        page.goto("/")
        page.fill("[name=q]", words)
        page.press("[name=q]", "Enter")
        page.click(".card-title a")
        page.click("text=加入购物车")
        page.wait_for_url("**/basket/")
    page.click("text=去结算")
    page.fill("[name=name]", "阿珍")
    page.fill("[name=mobile]", "13800138000")
    for index, name in enumerate(("广东省", "广州市", "天河区")):
        page.locator(".address-selects select").nth(index).select_option(label=name)
    page.fill("[name=detail]", "测试路1号")
    page.check("[name=method][value=stripe]")
    page.click("[name=calculate]")
    page.check("[name=exceptions]")
    page.click("[name=place]")
    page.wait_for_url("**/o/*/")
    return Placement.objects.get()


def test_a_purchase_becomes_the_income_of_two_households(
    phone: Page, desk_screen: Page, sellers: tuple[Vendor, Vendor], clock: Clock
) -> None:
    li, chen = sellers
    # The shopper buys and pays on the stand-in's page.
    placement = buy(phone)
    order_page = f"/o/{placement.token}/"
    phone.click("text=继续支付")
    phone.click("button[value=success]")
    phone.wait_for_url("**/o/*/")
    assert phone.locator("text=已支付").is_visible()
    assert Receipt.objects.get().amount == placement.total
    # Both households ship, each seeing their own part only.
    for number, (vendor, own, other) in enumerate(
        ((li, "吴阳香蕉", "芷寮沙螺"), (chen, "芷寮沙螺", "吴阳香蕉"))
    ):
        sign_in(desk_screen, can_sign_in(member_of(vendor, name=f"农户{number}")), "/desk/")
        part = VendorOrder.objects.get(vendor=vendor)
        desk_screen.goto(f"/desk/orders/{part.number}/")
        page = desk_screen.content()
        assert own in page
        assert other not in page
        desk_screen.select_option("[name=carrier]", "ems")
        desk_screen.fill("[name=waybill]", f"TEST00000{number}")
        desk_screen.click("form[action$='/ship/'] button")
        desk_screen.wait_for_load_state()
        part.refresh_from_db()
        assert part.state == "shipped"
    # The shopper confirms both.
    for _ in range(2):
        phone.goto(order_page)
        phone.locator("form[action*='/confirm/'] button").first.click()
        phone.wait_for_load_state()
    assert set(VendorOrder.objects.values_list("state", flat=True)) == {"received"}
    # The claim window passes; the clock completes and settles.
    clock.pass_by(days=3)
    move_parcels_on()
    # The cashier makes the payouts, another checks, the bank pays.
    cashier, checker = can_sign_in(staff("cashier", name="阿芳")), can_sign_in(staff("checker", name="老梁"))
    sign_in(desk_screen, cashier, "/operator/payouts/")
    for _ in sellers:
        desk_screen.goto("/operator/payouts/")
        desk_screen.locator("form[action*='/make/'] button").first.click()
        desk_screen.wait_for_load_state()
    pay_day = None
    for vendor in sellers:
        payout = vendor.payouts.get()
        sign_in(desk_screen, checker, f"/operator/payouts/{payout.pk}/")
        desk_screen.click("form[action$='/check/'] button")
        desk_screen.wait_for_load_state()
        sign_in(desk_screen, cashier, f"/operator/payouts/{payout.pk}/")
        desk_screen.fill("form[action$='/paid/'] [name=reference]", f"BANK{payout.pk}")
        desk_screen.click("form[action$='/paid/'] button")
        desk_screen.wait_for_load_state()
        pay_day = local_day(clock.now())
    assert {(row.household_id, row.amount, row.on) for row in IncomeEntry.objects.all()} == {
        (li.household_id, Decimal("30.10"), pay_day),
        (chen.household_id, Decimal("19.95"), pay_day),
    }
    # Weeks later a partial refund borne by one household lowers its record only, in its own month.
    clock.pass_by(days=40)
    part = VendorOrder.objects.get(vendor=li)
    sign_in(desk_screen, can_sign_in(staff("service", name="小何")), f"/operator/parts/{part.number}/refund/")
    desk_screen.fill("[name=amount]", "5.05")
    desk_screen.fill("[name=reason]", "到货有坏果")
    desk_screen.select_option("[name=borne_by]", "household")
    desk_screen.click("main form button")
    desk_screen.wait_for_load_state()
    send_refunds()
    entry = IncomeEntry.objects.get(kind="refund")
    assert (entry.household_id, entry.amount) == (li.household_id, Decimal("-5.05"))
    assert entry.month == local_day(clock.now()).replace(day=1)
    assert prove() == []
    # The office follows one yuan from the record to the payment: three clicks at most.
    city = can_sign_in(officer(name="黄科"))
    sign_in(desk_screen, city, f"/office/households/{li.household_id}/")
    desk_screen.click("a[href*='/office/entries/']")
    desk_screen.click("a[href*='/office/receipts/']")
    desk_screen.wait_for_load_state()
    page = desk_screen.content()
    assert Receipt.objects.get().provider_ref in page
    assert "阿珍" not in page
