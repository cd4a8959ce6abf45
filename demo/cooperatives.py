"""Three fictitious cooperatives: their papers, their packed goods, and lots of their villages' households in a year."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

from accounts.services import register
from catalog.models import Listing
from catalog.services.licensing import record_paper
from catalog.services.listings import Draft, LabelData, list_product
from common.audit import DEMO
from common.clock import local_day
from demo.people import PASSWORD, Cast
from demo.timeline import Timeline
from flow.pack_lot import pack_lot
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_paid
from flow.supply_lot import enter_lot, receive_lot
from households.models import Household
from places.models import Village
from vendors.models import SupplyLot, Vendor, VendorPaper
from vendors.services.accounts import let_act_for, open_operator_vendor, set_payee
from vendors.services.papers import Paper
from vendors.services.supply import Delivered, Delivery

DATA = Path(__file__).parent / "data"
# A lot every so many days, or on that day of the months named in the file.
EVERY, DAY = 100, 5
# Numbers of the two latest lots, beyond those of the year.
WAITING, DRAFT = 100, 101
PAID_AFTER = timedelta(days=6)
LICENSED_FOR = timedelta(days=5 * 365)


@dataclass(frozen=True, slots=True)
class Cooperative:
    """One of them, with what it packs. `row` is its line of cooperatives.csv, `packs` what each lot gives."""

    row: dict[str, str]
    vendor: Vendor
    listings: Sequence[Listing]
    packs: Sequence[int]


def make_cooperatives(now: datetime) -> list[Cooperative]:
    """Licensed and listed, with nothing in stock until the first lot is packed."""
    return [
        _cooperative(number, row, now=now) for number, row in enumerate(rows_of("cooperatives.csv"), start=1)
    ]


def plan_lots(
    cooperatives: Sequence[Cooperative], cast: Cast, timeline: Timeline, *, since: datetime, until: datetime
) -> None:
    """Lots through the year, paid six days after they came in. Of the latest, one waits for its payment and one is on
    the scales, so that there is something to do."""
    for cooperative in cooperatives:
        stage = Stage(cooperative, cast, timeline)
        for number, at in enumerate(_moments(cooperative.row, since=since, until=until)):
            timeline.plan(at, partial(_bring, stage, number, is_latest=False))
        if not cooperative.row["months"]:
            timeline.plan(until - timedelta(days=2), partial(_bring, stage, WAITING, is_latest=True))
            timeline.plan(until - timedelta(hours=2), partial(_weigh, stage, DRAFT))


@dataclass(frozen=True, slots=True)
class Stage:
    """What a lot is made from."""

    cooperative: Cooperative
    cast: Cast
    timeline: Timeline


def _moments(row: dict[str, str], *, since: datetime, until: datetime) -> list[datetime]:
    """When lots come in: at the start, then every hundred days, or on the fifth of the months named."""
    months = {int(month) for month in row["months"].split()}
    days = range((until - PAID_AFTER - since).days)
    moments = [since + timedelta(days=day) for day in days]
    if months:
        return [at for at in moments if at == since or (at.month in months and at.day == DAY)]
    return moments[::EVERY]


def _bring(stage: Stage, number: int, at: datetime, *, is_latest: bool) -> None:
    """Weighed, received, packed, and paid some days later; of the latest the cashier has made the payment at most."""
    lot = _weigh(stage, number, at)
    receive_lot(lot_id=lot.pk, actor=DEMO, now=at + timedelta(minutes=30))
    for listing, packs in zip(stage.cooperative.listings, stage.cooperative.packs, strict=True):
        pack_lot(
            submission=f"demo-pack-{lot.number}-{listing.pk}",
            lot_id=lot.pk,
            listing=listing,
            packs=packs,
            actor=DEMO,
            now=at + timedelta(hours=1),
        )
    if not is_latest:
        stage.timeline.plan(at + PAID_AFTER, partial(_pay, lot, stage.cast))
    elif stage.cooperative.row["key"] == "rice":
        make_supply_payment(lot_id=lot.pk, made_by=stage.cast.cashier, now=at + timedelta(hours=5))


def _weigh(stage: Stage, number: int, at: datetime) -> SupplyLot:
    return enter_lot(
        submission=f"demo-lot-{stage.cooperative.row['key']}-{number}",
        operator=stage.cooperative.vendor,
        delivery=_delivery(stage.cooperative.row, number),
        actor=DEMO,
        now=at,
    )


def _pay(lot: SupplyLot, cast: Cast, at: datetime) -> None:
    payment = make_supply_payment(lot_id=lot.pk, made_by=cast.cashier, now=at)
    check_supply_payment(payment_id=payment.pk, checked_by=cast.checker, now=at + timedelta(hours=1))
    mark_supply_paid(
        payment_id=payment.pk,
        by=cast.cashier,
        bank_reference=f"DEMO-S{payment.pk:06d}",
        now=at + timedelta(hours=2),
    )


def _delivery(row: dict[str, str], number: int) -> Delivery:
    """Some of the villages' households, others each time; to the hundred grams, as a platform scale shows."""
    chance = Random(f"{row['key']}-{number}")  # noqa: S311  chosen to be the same every time
    known = list(Household.objects.filter(village__in=row["villages"].split()).order_by("pk"))
    chosen = chance.sample(known, k=min(int(row["households"]), len(known)))
    kilograms = int(row["kg_each"])
    shares = [
        Delivered(household.pk, chance.randrange(kilograms * 8, kilograms * 12) * 100) for household in chosen
    ]
    return Delivery(
        what=row["what"], what_en=row["what_en"], price_per_kg=Decimal(row["price_per_kg"]), shares=shares
    )


def _cooperative(number: int, row: dict[str, str], *, now: datetime) -> Cooperative:
    vendor = open_operator_vendor(
        kind=Vendor.Kind.COOPERATIVE,
        village=Village.objects.get(pk=row["village"]),
        shop_name=row["name"],
        shop_name_en=row["name_en"],
        licence_no=f"934408830000000{number:02d}（示例）",
        actor=DEMO,
        now=now,
    )
    today = local_day(now)
    set_payee(
        vendor=vendor,
        holder_name=row["name"],
        bank_name="示例银行",
        account_number=f"9901{number:012d}",
        verified_on=today,
        actor=DEMO,
        now=now,
    )
    kinds = [row["paper"], VendorPaper.Kind.PREPACKAGED_FILING]
    for kind in kinds:
        paper = Paper(
            kind=VendorPaper.Kind(kind),
            number=row["paper_number"] if kind == row["paper"] else f"YB0000000000{number:02d}（示例）",
            valid_from=today - timedelta(days=30),
            valid_until=today + LICENSED_FOR,
        )
        record_paper(vendor=vendor, paper=paper, actor=DEMO, now=now)
    user = register(login=f"139000004{number:02d}", password=PASSWORD, name=row["name"])
    let_act_for(vendor=vendor, user=user, actor=DEMO, now=now)
    goods = [good for good in rows_of("packed_goods.csv") if good["cooperative"] == row["key"]]
    return Cooperative(
        row=row,
        vendor=vendor,
        listings=[
            list_product(vendor=vendor, draft=_draft(good, row), quantity=0, actor=DEMO, now=now)
            for good in goods
        ],
        packs=[int(good["packs"]) for good in goods],
    )


def _draft(good: dict[str, str], row: dict[str, str]) -> Draft:
    season = (int(good["season_from"]), int(good["season_to"])) if good["season_from"] else None
    return Draft(
        title=good["title"],
        title_en=good["title_en"],
        summary=good["summary"],
        summary_en=good["summary_en"],
        category=Listing.Category(good["category"]),
        product_class=Listing.ProductClass.PROCESSED,
        return_rule=Listing.ReturnRule.SUPPORTED,
        spec=good["spec"],
        spec_en=good["spec_en"],
        net_weight_g=int(good["weight_g"]),
        price=Decimal(good["price"]),
        picture=good["picture"],
        packing_cost=Decimal(good["packing"]),
        storage=good["storage"],
        storage_en=good["storage_en"],
        season=season,
        label=LabelData(
            ingredients=good["ingredients"],
            producer=row["name"],
            producer_address=f"{Village.objects.get(pk=row['village'])}（示例地址）",
            producer_contact="0759-0000000（示例）",
            shelf_life=good["shelf_life"],
            standard_code=good["standard_code"],
            production_licence=row["paper_number"],
        ),
    )


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
