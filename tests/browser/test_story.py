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


def buy(page: Page, *goods: str) -> Placement:
    """Two goods of 吴阳 from two sellers, on a phone, as a guest."""
    for words in goods:
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


def ship(page: Page, vendor: Vendor, *, own: str, other: str, waybill: str) -> None:
    """The household's phone shows its own part only; it goes out with a waybill."""
    sign_in(page, can_sign_in(member_of(vendor, name=own)), "/desk/")
    part = VendorOrder.objects.get(vendor=vendor)
    page.goto(f"/desk/orders/{part.number}/")
    assert own in page.content()
    assert other not in page.content()
    page.select_option("[name=carrier]", "ems")
    page.fill("[name=waybill]", waybill)
    page.click("form[action$='/ship/'] button")
    page.wait_for_load_state()
    part.refresh_from_db()
    assert part.state == "shipped"


def pay_out(page: Page, vendors: tuple[Vendor, ...]) -> None:
    """The cashier makes the payouts, another checks, the bank pays."""
    cashier, checker = can_sign_in(staff("cashier", name="阿芳")), can_sign_in(staff("checker", name="老梁"))
    sign_in(page, cashier, "/operator/payouts/")
    for _ in vendors:
        page.goto("/operator/payouts/")
        page.locator("form[action*='/make/'] button").first.click()
        page.wait_for_load_state()
    for vendor in vendors:
        payout = vendor.payouts.get()
        sign_in(page, checker, f"/operator/payouts/{payout.pk}/")
        page.click("form[action$='/check/'] button")
        page.wait_for_load_state()
        sign_in(page, cashier, f"/operator/payouts/{payout.pk}/")
        page.fill("form[action$='/paid/'] [name=reference]", f"BANK{payout.pk}")
        page.click("form[action$='/paid/'] button")
        page.wait_for_load_state()


def give_back(page: Page, vendor: Vendor, yuan: str) -> None:
    """The operator's service refunds an amount that the household bears."""
    part = VendorOrder.objects.get(vendor=vendor)
    sign_in(page, can_sign_in(staff("service", name="小何")), f"/operator/parts/{part.number}/refund/")
    page.fill("[name=amount]", yuan)
    page.fill("[name=reason]", "到货有坏果")
    page.select_option("[name=borne_by]", "household")
    page.click("main form button")
    page.wait_for_load_state()
    send_refunds()


def test_a_purchase_becomes_the_income_of_two_households(
    phone: Page, desk_screen: Page, sellers: tuple[Vendor, Vendor], clock: Clock
) -> None:
    li, chen = sellers
    # The shopper buys and pays on the stand-in's page.
    placement = buy(phone, "香蕉", "沙螺")
    phone.click("text=继续支付")
    phone.click("button[value=success]")
    phone.wait_for_url("**/o/*/")
    assert phone.locator("text=已支付").is_visible()
    assert Receipt.objects.get().amount == placement.total
    # Both households ship; the shopper confirms both.
    ship(desk_screen, li, own="吴阳香蕉", other="芷寮沙螺", waybill="TEST000001")
    ship(desk_screen, chen, own="芷寮沙螺", other="吴阳香蕉", waybill="TEST000002")
    for _ in sellers:
        phone.goto(f"/o/{placement.token}/")
        phone.locator("form[action*='/confirm/'] button").first.click()
        phone.wait_for_load_state()
    assert set(VendorOrder.objects.values_list("state", flat=True)) == {"received"}
    # The claim window passes; the clock completes and settles, the operator pays out.
    clock.pass_by(days=3)
    move_parcels_on()
    pay_out(desk_screen, sellers)
    pay_day = local_day(clock.now())
    assert {(row.household_id, row.amount, row.on) for row in IncomeEntry.objects.all()} == {
        (li.household_id, Decimal("30.10"), pay_day),
        (chen.household_id, Decimal("19.95"), pay_day),
    }
    # Weeks later a partial refund borne by one household lowers its record only, in its own month.
    clock.pass_by(days=40)
    give_back(desk_screen, li, "5.05")
    entry = IncomeEntry.objects.get(kind="refund")
    assert (entry.household_id, entry.amount) == (li.household_id, Decimal("-5.05"))
    assert entry.month == local_day(clock.now()).replace(day=1)
    assert prove() == []
    # The office follows one yuan from the record to the payment: two clicks.
    sign_in(desk_screen, can_sign_in(officer(name="黄科")), f"/office/households/{li.household_id}/")
    desk_screen.click("a[href*='/office/entries/']")
    desk_screen.click("a[href*='/office/receipts/']")
    desk_screen.wait_for_load_state()
    assert Receipt.objects.get().provider_ref in desk_screen.content()
    assert "阿珍" not in desk_screen.content()
