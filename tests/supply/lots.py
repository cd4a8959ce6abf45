"""A cooperative, the households that supply it, its rice in packs, and the acts between them."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from accounts.models import User
from catalog.models import Listing
from catalog.services.licensing import record_paper
from catalog.services.listings import Draft, LabelData, list_product
from common.audit import DEMO
from flow.pack_lot import pack_lot
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_paid
from flow.supply_lot import enter_lot, receive_lot
from households.models import Household, HouseholdStatus
from households.services import enter_household
from places.models import Village
from settlement.models import SupplyPayment
from tests import people
from tests.flow.test_story import NOW
from vendors.models import SupplyLot, SupplyPacking, Vendor, VendorPaper
from vendors.services.accounts import open_operator_vendor, set_payee
from vendors.services.papers import Paper
from vendors.services.supply import Delivered, Delivery

SHUISA, ZHILIAO = "440883106206", "440883106210"
LABEL = LabelData(
    ingredients="稻谷",
    producer="吴阳稻香合作社",
    producer_address="吴阳镇水洒村1号",
    producer_contact="0759-0000000",
    shelf_life="12个月",
    standard_code="GB/T 1354",
    production_licence="SC10144088300001",
)


def household(number: str, village: str = SHUISA, name: str = "李伯") -> Household:
    return enter_household(
        village=Village.objects.get(pk=village),
        head_name=name,
        head_id_number="",
        national_household_no=None,
        provisional_no=number,
        status=HouseholdStatus.Status.REGISTERED,
        since=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )


def cooperative(name: str = "吴阳稻香合作社", *, licensed: bool = True) -> Vendor:
    vendor = open_operator_vendor(
        kind=Vendor.Kind.COOPERATIVE,
        village=Village.objects.get(pk=SHUISA),
        shop_name=name,
        shop_name_en="Rice Cooperative",
        licence_no="93440883TEST",
        actor=DEMO,
        now=NOW,
    )
    set_payee(
        vendor=vendor,
        holder_name=name,
        bank_name="测试银行",
        account_number="0001",
        verified_on=date(2026, 1, 1),
        actor=DEMO,
        now=NOW,
    )
    if licensed:
        license_until(vendor, date(2027, 12, 31))
    return vendor


def license_until(vendor: Vendor, last: date, *, now: datetime = NOW) -> VendorPaper:
    paper = Paper(
        kind=VendorPaper.Kind.FOOD_PRODUCTION,
        number="SC10144088300001",
        valid_from=date(2026, 1, 1),
        valid_until=last,
    )
    return record_paper(vendor=vendor, paper=paper, actor=DEMO, now=now)


def rice_draft(*, label: LabelData | None = LABEL, pack_g: int = 5000) -> Draft:
    return Draft(
        title="吴阳丝苗米",
        title_en="Wuyang rice",
        summary="",
        summary_en="",
        category=Listing.Category.GRAIN,
        product_class=Listing.ProductClass.PROCESSED,
        return_rule=Listing.ReturnRule.SUPPORTED,
        spec="10斤装",
        spec_en="5 kg",
        net_weight_g=pack_g,
        price=Decimal("68.00"),
        picture="rice",
        label=label,
    )


def rice(vendor: Vendor, *, pack_g: int = 5000) -> Listing:
    return list_product(vendor=vendor, draft=rice_draft(pack_g=pack_g), quantity=0, actor=DEMO, now=NOW)


def delivery(shares: Sequence[tuple[Household, int]], price: str = "7.10") -> Delivery:
    return Delivery(
        what="丝苗米",
        what_en="Rice",
        price_per_kg=Decimal(price),
        shares=[Delivered(one.pk, grams) for one, grams in shares],
    )


def entered(
    operator: Vendor, shares: Sequence[tuple[Household, int]], price: str = "7.10", *, now: datetime = NOW
) -> SupplyLot:
    return enter_lot(
        submission=str(uuid4()),
        operator=operator,
        delivery=delivery(shares, price),
        actor=DEMO,
        now=now,
    )


def received(
    operator: Vendor, shares: Sequence[tuple[Household, int]], price: str = "7.10", *, now: datetime = NOW
) -> SupplyLot:
    lot = entered(operator, shares, price, now=now)
    receive_lot(lot_id=lot.pk, actor=DEMO, now=now)
    lot.refresh_from_db()
    return lot


def packed(lot: SupplyLot, listing: Listing, packs: int, *, now: datetime = NOW) -> SupplyPacking:
    return pack_lot(submission=str(uuid4()), lot_id=lot.pk, listing=listing, packs=packs, actor=DEMO, now=now)


def two_people() -> tuple[User, User]:
    return people.staff("cashier"), people.staff("checker", name="小何")


def paid(lot: SupplyLot, *, now: datetime = NOW, reference: str = "S-1") -> SupplyPayment:
    maker, checker = two_people()
    payment = make_supply_payment(lot_id=lot.pk, made_by=maker, now=now)
    check_supply_payment(payment_id=payment.pk, checked_by=checker, now=now)
    mark_supply_paid(payment_id=payment.pk, by=maker, bank_reference=reference, now=now)
    payment.refresh_from_db()
    return payment
