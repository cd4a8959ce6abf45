"""Storefronts, households, vendors and goods of the demo, made through the services."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from accounts.models import User
from catalog.models import Listing
from catalog.services.listings import Draft, list_product
from catalog.services.storefronts import open_storefront
from common.audit import DEMO
from common.clock import local_day
from demo.goods import Good, Kin, Seller, sellers, storefronts
from demo.people import certificate, sign_in
from households.models import Household, HouseholdStatus
from households.services import add_member, enter_household
from places.models import Town, Village
from vendors.models import Vendor
from vendors.services.accounts import let_act_for, open_household_vendor, set_payee

TOWN_DIGITS = 9
# Members' certificates begin above the heads'.
FIRST_OF_KIN = 101
# What keeps for months may be sent back within seven days; so may a fan.
KEEPS = {"peanut", "black_bean", "red_bean", "mung_bean", "garlic", "palm_fan"}
CRAFTS = {"palm_fan"}


def make_storefronts(now: datetime) -> None:
    """The town's and sixteen villages'."""
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


def make_sellers(now: datetime, *, like: User, first: int | None = None) -> list[Listing]:
    """The households, two thirds of them registered, and their goods; nothing public tells which.

    `like` holds the password of all. With `first`, only so many households. Goods come up one of each household after
    the other, as they would be listed, so that a shelf is mixed.
    """
    known = sellers()[:first]
    certificates = iter(range(FIRST_OF_KIN, 1000))
    vendors = [
        _vendor(index, seller, certificates, like=like, now=now)
        for index, seller in enumerate(known, start=1)
    ]
    rounds = max(len(seller.goods) for seller in known)
    pairs = [
        (vendor, seller.goods[turn])
        for turn in range(rounds)
        for vendor, seller in zip(vendors, known, strict=True)
        if turn < len(seller.goods)
    ]
    return [
        list_product(
            vendor=vendor,
            draft=_draft(good),
            quantity=good.stock * 6,
            actor=DEMO,
            now=now + timedelta(minutes=7 * number),
        )
        for number, (vendor, good) in enumerate(pairs)
    ]


def _vendor(index: int, seller: Seller, certificates: Iterator[int], *, like: User, now: datetime) -> Vendor:
    since = local_day(now) - timedelta(days=30)
    household = _household(index, seller, since=since, now=now)
    for kin in seller.kin:
        _enter(kin, next(certificates), household, since=since, now=now)
    vendor = open_household_vendor(
        household=household,
        shop_name=seller.shop,
        shop_name_en=seller.shop_en,
        declared_on=since,
        actor=DEMO,
        now=now,
    )
    set_payee(
        vendor=vendor,
        holder_name=seller.head,
        bank_name="示例银行",
        account_number=f"9900{index:012d}",
        verified_on=since,
        actor=DEMO,
        now=now,
    )
    user = sign_in(login=f"139000001{index:02d}", name=seller.head, like=like)
    let_act_for(vendor=vendor, user=user, actor=DEMO, now=now)
    return vendor


def _household(index: int, seller: Seller, *, since: date, now: datetime) -> Household:
    status = HouseholdStatus.Status
    return enter_household(
        village=Village.objects.get(pk=seller.village),
        head_name=seller.head,
        head_id_number=certificate(index),
        national_household_no=f"9901{index:06d}" if seller.is_registered else None,
        provisional_no=None if seller.is_registered else f"L{index:06d}",
        status=status.REGISTERED if seller.is_registered else status.ORDINARY,
        since=since,
        actor=DEMO,
        now=now,
    )


def _enter(kin: Kin, number: int, household: Household, *, since: date, now: datetime) -> None:
    add_member(
        household=household,
        name=kin.name,
        relation_to_head=kin.relation,
        id_number=certificate(number, kin.born),
        joined_on=since,
        actor=DEMO,
        now=now,
    )


def _draft(good: Good) -> Draft:
    classes, rules, freight = Listing.ProductClass, Listing.ReturnRule, Listing.FreightClass
    return Draft(
        title=good.title,
        title_en=good.title_en,
        summary=good.summary,
        summary_en=good.summary_en,
        category=Listing.Category(good.category),
        product_class=classes.NON_FOOD if good.picture in CRAFTS else classes.OWN_PRODUCE,
        return_rule=rules.SUPPORTED if good.picture in KEEPS else rules.PERISHABLE,
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
