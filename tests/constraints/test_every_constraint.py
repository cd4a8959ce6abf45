"""Every named constraint of our tables refuses the row it is there to refuse; every ledger refuses to be rewritten."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from accounts.codes import send_code
from accounts.models import User
from catalog.models import Listing, ListingChange, ListingDraft, Photo
from common.audit import DEMO
from demo.load import load
from fulfilment.models import PointParcel, VendorOrder
from fulfilment.services.points import label, let_work_at, open_point
from households.models import Consent, Household, Member
from income.models import Cost, CostSlip, Dispute, IncomeEntry
from messages.services.writing import write
from orders.services.basket import Visitor, new_key, open_basket
from payments.models import PaymentAttempt, Problem, ProviderEvent
from settlement.models import Adjustment, Payout, PayoutItem
from tests.constraints.broken import BROKEN, TWICE
from tests.places.designation import signed
from tests.supply.lots import cooperative, packed, paid, received, rice
from vendors.models import Vendor
from vendors.services.cards import issue_card

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
# Long enough for every kind of row, in a quarter of the time.
QUARTER = 100
OURS = [
    "common",
    "places",
    "market_messages",
    "accounts",
    "households",
    "vendors",
    "partner",
    "catalog",
    "orders",
    "payments",
    "fulfilment",
    "settlement",
    "income",
]
GROWING = [
    "common_auditentry",
    "places_designationlist",
    "places_designationlistrow",
    "places_designationwithdrawal",
    "vendors_stockmovement",
    "vendors_supplypacking",
    "vendors_vendorstep",
    "households_consenttext",
    "income_costslip",
    "payments_receipt",
    "fulfilment_refundshare",
    "settlement_settlement",
    "settlement_settlementline",
    "settlement_adjustment",
    "income_incomeentry",
]
KEPT = {
    "places_villagedesignation": "listed_in_id",
    "places_demonstrationtown": "batch",
    "payments_refund": "amount",
    "fulfilment_vendororder": "goods_amount",
    "settlement_payout": "amount",
    "settlement_supplypayment": "amount",
    "settlement_payoutitem": "amount",
    "orders_soldline": "unit_price",
    "orders_placement": "total",
    "vendors_deskcard": "vendor_id",
    "income_cost": "amount",
    "income_dispute": "entry_id",
}


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The demo, and a row for each table that it leaves empty; gone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        load(now=NOW, days=QUARTER)
        signed.withdrawn()
        signed.imported()
        signed.second_batch()
        signed.draft()
        household = Household.objects.all()[0]
        Consent.objects.create(
            household=household,
            purpose="act_for",
            text_version="1",
            given_at=NOW,
            given_by="李伯",
            channel="paper",
        )
        write(
            mobile="13800138000",
            language="zh-hans",
            template="to_pack",
            context={"number": "1"},
            dedupe_key="one",
            now=NOW,
        )
        ProviderEvent.objects.create(
            gateway="stripe", event_id="evt_1", kind="x", is_live=False, stamped_at=NOW, received_at=NOW
        )
        Photo.objects.create(
            vendor=Vendor.objects.all()[0],
            listing=Listing.objects.all()[0],
            upload_key="one",
            width=800,
            height=600,
            uploaded_by="李伯",
            uploaded_at=NOW,
        )
        ListingDraft.objects.create(
            vendor=Vendor.objects.all()[0], user=User.objects.all()[0], started_at=NOW, changed_at=NOW
        )
        ListingChange.objects.create(
            listing=Listing.objects.all()[0],
            kind="price",
            before="1.00",
            after="2.00",
            made_at=NOW,
            made_by="李伯",
        )
        vendor = Vendor.objects.filter(household__isnull=False)[0]
        member = Member.objects.filter(household=vendor.household_id).exclude(id_number_hash=None)[0]
        issue_card(vendor=vendor, mobile="13800138000", whom=member, actor=DEMO, now=NOW)
        entry = IncomeEntry.objects.all()[0]
        cost = Cost.objects.create(
            household=entry.household,
            on=NOW.date(),
            kind="seed",
            amount=1,
            submission="one",
            entered_at=NOW,
            entered_by="李伯",
        )
        CostSlip.objects.create(cost=cost, jpeg=b"jpeg")
        Dispute.objects.create(entry=entry, reason="少了", raised_at=NOW, raised_by="李伯")
        send_code(mobile="13800138000", address="", language="zh-hans", now=NOW)
        Problem.objects.create(kind="late_payment", dedupe_key="one", text="x", opened_at=NOW)
        closed = PaymentAttempt.objects.filter(state="closed")[0]
        PaymentAttempt.objects.filter(pk=closed.pk).update(provider_ref="cs_1")
        PaymentAttempt.objects.create(order_id=closed.order_id, gateway="stripe", amount=1, made_at=NOW)
        open_basket(Visitor(user=None, key=new_key()))
        PayoutItem.objects.create(payout=Payout.objects.all()[0], adjustment=Adjustment.objects.all()[0])
        operator = cooperative()
        lot = received(operator, [(Household.objects.all()[0], 52_000)])
        packed(lot, rice(operator), 4)
        paid(received(operator, [(Household.objects.all()[1], 1_000)]))
        village_point()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        transaction.set_rollback(True)


def village_point() -> None:
    """A point with somebody who works there, and a labelled parcel."""
    part = VendorOrder.objects.filter(vendor__village__point__isnull=True).order_by("pk")[0]
    point = open_point(
        village=part.vendor.village,
        name="村点",
        name_en="",
        address_line="村口1号",
        telephone="0759-5550000",
        collected_at=None,
        actor=DEMO,
        now=NOW,
    )
    let_work_at(point=point, user=User.objects.all()[0], actor=DEMO, now=NOW)
    parcel = PointParcel.objects.create(vendor_order=part, point=point, taken_at=NOW)
    label(parcel=parcel, carrier="ems", waybill="POINT0001", now=NOW)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def copy_of(table: str, where: str, but: str) -> str:
    changed = dict(part.split(" = ", 1) for part in but.split(", ") if " = " in part) if but else {}
    columns = [
        column.name
        for column in connection.introspection.get_table_description(connection.cursor(), table)
        if column.name != "id"
    ]
    values = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {where} LIMIT 1"


def test_no_constraint_is_left_out() -> None:
    named = {
        constraint.name
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
    }
    assert named == set(BROKEN)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_constraint_refuses(filled: None, django_db_blocker: pytest.FixtureRequest, name: str) -> None:
    table, change, where, but = BROKEN[name]
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        one = f"ctid = (SELECT ctid FROM {table} WHERE {where} LIMIT 1)"
        statement = (
            copy_of(table, where, but) if change == TWICE else f"UPDATE {table} SET {change} WHERE {one}"
        )
        with pytest.raises(IntegrityError) as refused:
            run(f"ALTER TABLE {table} DISABLE TRIGGER USER; {statement}")
    assert refused.value.__cause__.diag.constraint_name == name


@pytest.mark.parametrize("table", GROWING)
@pytest.mark.parametrize("act", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_a_ledger_refuses_to_be_rewritten(
    filled: None, django_db_blocker: pytest.FixtureRequest, table: str, act: str
) -> None:
    unblocked = django_db_blocker.unblock()  # type: ignore[attr-defined]
    with unblocked, pytest.raises(IntegrityError, match="append_only"):
        run(act.format(table))


@pytest.mark.parametrize(("table", "column"), sorted(KEPT.items()))
def test_what_was_agreed_stays_as_it_was(
    filled: None, django_db_blocker: pytest.FixtureRequest, table: str, column: str
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        with pytest.raises(IntegrityError, match="append_only"):
            run(f"UPDATE {table} SET {column} = {column} + 1")
        with pytest.raises(IntegrityError, match="append_only"):
            run(f"DELETE FROM {table}")
