"""The story with a cooperative in it: rice from a licensed lot beside a household's own goods, in one basket."""

from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from accounts.models import User
from clock.tasks import move_parcels_on
from common.clock import local_day
from fulfilment.models import VendorOrder
from income.models import IncomeEntry
from income.prove import prove
from settlement.models import SupplyPayment
from tests.browser.conftest import Clock
from tests.browser.test_story import buy, can_sign_in, give_back, pay_out, ship, sign_in
from tests.flow.test_story import listing, seller, storefront
from tests.people import officer, staff
from tests.supply.lots import ZHILIAO, cooperative, household, rice
from vendors.models import SupplyLot, Vendor

pytestmark = pytest.mark.browser


def record_paper(page: Page, service: User, clock: Clock) -> None:
    """Without it the rice cannot be listed."""
    today = local_day(clock.now())
    sign_in(page, service, "/operator/supply/papers/")
    page.select_option("[name=vendor]", index=1)
    page.select_option("[name=kind]", "food_production")
    page.fill("[name=number]", "SC10144088300001")
    page.fill("[name=valid_from]", (today - timedelta(days=30)).isoformat())
    page.fill("[name=valid_until]", (today + timedelta(days=300)).isoformat())
    page.click("main form button")
    page.wait_for_load_state()


def take_in(page: Page) -> SupplyLot:
    """Weighed, received and packed; the second household's line was forgotten at first."""
    page.goto("/operator/supply/new/")
    page.select_option("[name=operator]", index=1)
    page.fill("[name=what]", "丝苗米")
    page.fill("[name=price_per_kg]", "7.10")
    page.fill("[name=number_0]", "T8")
    page.fill("[name=weight_0]", "333.5")
    page.click("main .buttons button")
    page.click("text=修改")
    page.fill("[name=number_1]", "T9")
    page.fill("[name=weight_1]", "666.5")
    page.click("main .buttons button")
    page.click("text=收下这批货")
    page.wait_for_load_state()
    page.select_option("[name=listing]", index=1)
    page.fill("[name=packs]", "40")
    page.click("form[action$='/pack/'] button")
    page.wait_for_load_state()
    return SupplyLot.objects.get()


def pay_suppliers(page: Page, lot: SupplyLot) -> None:
    """One makes it, another checks it, the bank pays."""
    cashier, checker = can_sign_in(staff("cashier", name="阿芳")), can_sign_in(staff("checker", name="老梁"))
    sign_in(page, cashier, f"/operator/supply/lots/{lot.number}/")
    page.click("form[action$='/pay/'] button")
    page.wait_for_load_state()
    address = f"/operator/supply/payments/{SupplyPayment.objects.get().pk}/"
    sign_in(page, checker, address)
    page.click("form[action$='/check/'] button")
    page.wait_for_load_state()
    sign_in(page, cashier, address)
    page.fill("form[action$='/paid/'] [name=reference]", "SUPPLY-4711")
    page.click("form[action$='/paid/'] button")
    page.wait_for_load_state()


def test_rice_of_a_lot_beside_own_goods_feeds_three_records(
    phone: Page, desk_screen: Page, market: str, clock: Clock
) -> None:
    li = seller("440883106206", "李伯", 1)
    storefront(li)
    listing(li, "吴阳香蕉", "30.10")
    household("T8", name="蔡哥")
    household("T9", ZHILIAO, "庞叔")
    cooperative_vendor = cooperative(licensed=False)
    service = can_sign_in(staff("service", name="小何"))
    # Licence first, then the listing, then the lot, packed into stock.
    record_paper(desk_screen, service, clock)
    rice(cooperative_vendor)
    lot = take_in(desk_screen)
    assert (lot.state, lot.amount, lot.packed_g) == ("received", Decimal("7100.00"), 200_000)
    # One basket, two sellers; the rice names its villages.
    placement = buy(phone, "香蕉", "丝苗米")
    phone.click("text=继续支付")
    phone.click("button[value=success]")
    phone.wait_for_url("**/o/*/")
    sellers: tuple[Vendor, Vendor] = (li, cooperative_vendor)
    ship(desk_screen, li, own="吴阳香蕉", other="丝苗米", waybill="TEST000001")
    ship(desk_screen, cooperative_vendor, own="吴阳丝苗米", other="香蕉", waybill="TEST000002")
    for _ in sellers:
        phone.goto(f"/o/{placement.token}/")
        phone.locator("form[action*='/confirm/'] button").first.click()
        phone.wait_for_load_state()
    assert set(VendorOrder.objects.values_list("state", flat=True)) == {"received"}
    # The suppliers are paid before their rice's claim window is over: supply does not wait for retail.
    clock.pass_by(days=2)
    pay_suppliers(desk_screen, lot)
    paid_on = local_day(clock.now())
    clock.pass_by(days=8)
    move_parcels_on()
    pay_out(desk_screen, sellers)
    entries = {(row.kind, row.amount, row.on) for row in IncomeEntry.objects.all()}
    assert entries == {
        ("supply", Decimal("2367.85"), paid_on),
        ("supply", Decimal("4732.15"), paid_on),
        ("own_sale", Decimal("30.10"), local_day(clock.now())),
    }
    # A refund of the rice that the seller bears changes no household's record.
    give_back(desk_screen, cooperative_vendor, "8.00")
    assert {(row.kind, row.amount, row.on) for row in IncomeEntry.objects.all()} == entries
    assert prove() == []
    # The office follows the supplier's yuan to the lot and the bank: one click.
    supplier = IncomeEntry.objects.get(amount=Decimal("2367.85")).household_id
    sign_in(desk_screen, can_sign_in(officer(name="黄科")), f"/office/households/{supplier}/")
    desk_screen.click("a[href*='/office/entries/']")
    desk_screen.wait_for_load_state()
    for shown in (lot.number, "333.5 千克", "SUPPLY-4711"):
        assert shown in desk_screen.content()
    assert "666.5" not in desk_screen.content()
