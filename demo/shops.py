"""Storefronts, households, vendors and goods of the demo, made through the services."""

from datetime import date, datetime

from accounts.services import register
from catalog.models import Listing
from catalog.services.listings import Draft, list_product
from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from demo.goods import Good, Seller, sellers, storefronts
from demo.people import PASSWORD, certificate
from households.models import HouseholdStatus
from households.services import enter_household
from places.models import Town, Village
from vendors.models import Vendor
from vendors.services.accounts import let_act_for, open_household_vendor, set_payee

SINCE = date(2026, 1, 1)
TOWN_DIGITS = 9


def make_storefronts(now: datetime) -> None:
    """The town's and four villages'."""
    for row in storefronts():
        code = row["code"]
        is_town = len(code) == TOWN_DIGITS
        open_storefront(
            town=Town.objects.get(pk=code) if is_town else None,
            village=None if is_town else Village.objects.get(pk=code),
            name=row["name"],
            name_en=row["name_en"],
            story=row["story"],
            story_en=row["story_en"],
            picture=row["picture"],
            actor=DEMO,
            now=now,
        )


def make_sellers(now: datetime) -> list[Listing]:
    """Twelve households, eight registered and four ordinary; nothing public tells which."""
    listings = []
    for index, seller in enumerate(sellers(), start=1):
        vendor = _vendor(index, seller, now)
        listings += [
            list_product(vendor=vendor, draft=_draft(good), quantity=good.stock * 6, actor=DEMO, now=now)
            for good in seller.goods
        ]
    return listings


def _vendor(index: int, seller: Seller, now: datetime) -> Vendor:
    status = HouseholdStatus.Status
    household = enter_household(
        village=Village.objects.get(pk=seller.village),
        head_name=seller.head,
        head_id_number=certificate(index),
        national_household_no=f"9901{index:06d}" if seller.is_registered else None,
        provisional_no=None if seller.is_registered else f"L{index:06d}",
        status=status.REGISTERED if seller.is_registered else status.ORDINARY,
        since=SINCE,
        actor=DEMO,
        now=now,
    )
    vendor = open_household_vendor(
        household=household,
        shop_name=seller.shop,
        shop_name_en=seller.shop_en,
        declared_on=SINCE,
        actor=DEMO,
        now=now,
    )
    set_payee(
        vendor=vendor,
        holder_name=seller.head,
        bank_name="示例银行",
        account_number=f"9900{index:012d}",
        verified_on=SINCE,
        actor=DEMO,
        now=now,
    )
    user = register(login=f"139000001{index:02d}", password=PASSWORD, name=seller.head)
    let_act_for(vendor=vendor, user=user, actor=DEMO, now=now)
    return vendor


def _draft(good: Good) -> Draft:
    classes, rules, freight = Listing.ProductClass, Listing.ReturnRule, Listing.FreightClass
    keeps = good.picture in {"peanut", "black_bean", "garlic"}
    return Draft(
        title=good.title,
        title_en=good.title_en,
        summary=good.summary,
        summary_en=good.summary_en,
        category=Listing.Category(good.category),
        product_class=classes.OWN_PRODUCE,
        return_rule=rules.SUPPORTED if keeps else rules.PERISHABLE,
        spec=good.spec,
        spec_en=good.spec_en,
        net_weight_g=good.weight_g,
        price=good.price,
        picture=good.picture,
        packing_cost=good.packing,
        freight_class=freight.COLD if good.is_cold else freight.NORMAL,
        storage=good.storage,
        storage_en=good.storage_en,
        season=good.season,
    )
