"""The application's role in the database: rows, and of the ledgers only new ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import ProgrammingError, connection, transaction

from accounts.models import User
from common.audit import DEMO
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.refund import refund_amount
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.models import IncomeEntry
from income.prove import prove
from tests.deploy.names import ROOT
from tests.flow.test_story import NOW, pay, placed_order


@pytest.fixture
def roles(db: None) -> None:
    """Both files, within the test's transaction: the cluster keeps no role of it."""
    with connection.cursor() as cursor:
        for name in ("roles.sql", "grants.sql", "roles.sql", "grants.sql"):
            cursor.execute((ROOT / "deploy" / name).read_text(encoding="utf-8"))


@contextmanager
def as_the_application() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE yanxing_app")
        yield
        cursor.execute("RESET ROLE")


def privileges(table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT right_ FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'])"
            " AS right_ WHERE has_table_privilege('yanxing_app', %s, right_)",
            [table],
        )
        return {row[0] for row in cursor.fetchall()}


def story() -> None:
    """A purchase from the basket to the income record, and a refund after it."""
    placed = placed_order()
    pay(placed)
    part = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0]
    ship(vendor_order=part, carrier="ems", waybill="TEST000", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    later = NOW + timedelta(days=3)
    complete(vendor_order=part, actor=DEMO, now=later)
    settle(vendor_order=part, now=later)
    maker = User.objects.create_user(mobile="13800000001", password="x")
    checker = User.objects.create_user(mobile="13800000002", password="x")
    payout = make_payout(vendor_id=part.vendor_id, made_by=maker, now=later)
    check_payout(payout_id=payout.pk, checked_by=checker, now=later)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B-1", now=later)
    refund_amount(
        vendor_order=part,
        amount=Decimal("10.05"),
        reason="坏果",
        borne_by="household",
        actor=DEMO,
        now=later,
    )


def test_the_whole_story_runs_with_the_applications_rights(roles: None) -> None:
    with as_the_application():
        story()
        assert [entry.amount for entry in IncomeEntry.objects.all()] == [Decimal("60.20"), Decimal("-10.05")]
        assert prove() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE income_incomeentry SET amount = 1",
        "DELETE FROM income_incomeentry",
        "TRUNCATE income_incomeentry",
        "TRUNCATE django_session",
        "ALTER TABLE income_incomeentry DISABLE TRIGGER ALL",
        "DROP TABLE income_incomeentry",
        "CREATE TABLE loot (id int)",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('income', '9999', now())",
    ],
)
def test_the_application_may_not(roles: None, statement: str) -> None:
    with as_the_application():
        story()
        before = list(IncomeEntry.objects.values_list("pk", "amount"))
        with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), transaction.atomic():
            connection.cursor().execute(statement)
        assert list(IncomeEntry.objects.values_list("pk", "amount")) == before


def test_every_ledger_takes_new_rows_only(roles: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            r"SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%\_is\_append\_only' ORDER BY 1"
        )
        ledgers = [row[0] for row in cursor.fetchall()]
    assert {"common_auditentry", "income_incomeentry", "payments_receipt"} < set(ledgers)
    assert {table: privileges(table) for table in ledgers} == {
        table: {"SELECT", "INSERT"} for table in ledgers
    }


def test_no_table_may_be_emptied_at_once(roles: None) -> None:
    tables = connection.introspection.table_names()
    assert [table for table in tables if "TRUNCATE" in privileges(table)] == []
    assert [table for table in tables if "SELECT" not in privileges(table)] == []


def test_a_table_to_come_is_open_to_the_running_version(roles: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE yanxing_owner")
        cursor.execute("CREATE TABLE to_come (id int)")
        cursor.execute("RESET ROLE")
    assert privileges("to_come") == {"SELECT", "INSERT", "UPDATE", "DELETE"}
