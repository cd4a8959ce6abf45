"""My money: to the fen, each figure opens to rows that sum to it; own costs stand apart; entries can be disputed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from common.audit import DEMO
from common.clock import start_of
from common.errors import DomainError
from flow.pay_out import check_payout, make_payout, mark_paid
from fulfilment.models import VendorOrder
from income import money_queries
from income.models import Cost, CostSlip, Dispute, IncomeEntry, IncomeMonth
from income.prove import prove
from income.services.said import Spent, answer, dispute, enter_cost, take_back_cost
from tests import people
from tests.desk.joining import helping
from tests.desk.shops import photo_file, text_file
from tests.flow.test_story import NOW, pay, placed_order
from tests.office.test_branch import recorded
from tests.operator.test_money import settled
from tests.operator.test_owed import refund
from vendors.models import PayeeAccount

LATER = NOW + timedelta(days=5)


@pytest.fixture
def parts(db: None) -> tuple[VendorOrder, VendorOrder]:
    """李伯's part, paid out, and 陈叔's, which only the buyer has paid."""
    placed = placed_order()
    pay(placed)
    PayeeAccount.objects.update(account_number="6228000000001234")
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    recorded(first)
    return first, second


def figure(part: VendorOrder, key: str) -> tuple[str, str]:
    found = {row.key: row for row in money_queries.figures(part.vendor, now=LATER)}
    return str(found[key].month), str(found[key].year)


def rows(part: VendorOrder, key: str, period: str = "year") -> list[tuple[str, str]]:
    span = money_queries.period_of(period, now=LATER)
    return [
        (row.number, str(row.amount)) for row in money_queries.rows_of(part.vendor, figure=key, period=span)
    ]


def cost(part: VendorOrder, **changed: object) -> Cost:
    given: dict[str, object] = {
        "kind": Cost.Kind.SEED,
        "amount": Decimal("30.00"),
        "on": date(2026, 11, 1),
        "note": "",
        "slip": None,
    }
    spent = Spent(**{**given, **changed})  # type: ignore[arg-type]
    return enter_cost(
        household_id=part.vendor.household_id or 0, spent=spent, submission="s", actor=DEMO, now=NOW
    )


def test_the_figures_to_the_fen_and_what_they_open_to(parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, other = parts
    freight = str(own.freight_amount)
    assert figure(own, "sold") == ("60.20", "60.20")
    assert figure(own, "freight") == (freight, freight)
    assert figure(own, "refunded") == ("0.00", "0.00")
    arrived = str(own.goods_amount + own.freight_amount)
    assert figure(own, "arrived") == (arrived, arrived)
    assert rows(own, "sold") == rows(own, "sold", "month") == [(own.number, "60.20")]
    assert rows(own, "arrived") == [(own.number, arrived)]
    assert rows(own, "coming") == []
    assert figure(other, "sold") == ("19.95", "19.95")
    assert figure(other, "arrived") == ("0.00", "0.00")
    arrival = money_queries.last_arrival(own.vendor)
    assert arrival is not None
    assert (str(arrival.amount), arrival.account_end, arrival.numbers) == (arrived, "1234", [own.number])
    assert money_queries.last_arrival(other.vendor) is None


def test_what_is_settled_is_coming_until_the_bank_paid(parts: tuple[VendorOrder, VendorOrder]) -> None:
    _own, other = parts
    settled(other, then=LATER)
    due = str(other.goods_amount + other.freight_amount)
    assert rows(other, "coming") == [(other.number, due)]
    maker, checker = people.person("小梁"), people.person("小何")
    payout = make_payout(vendor_id=other.vendor_id, made_by=maker, now=LATER)
    assert rows(other, "coming") == [(other.number, due)]
    check_payout(payout_id=payout.pk, checked_by=checker, now=LATER)
    mark_paid(payout_id=payout.pk, by=maker, bank_reference="B-9", now=LATER)
    assert rows(other, "coming") == []
    assert figure(other, "arrived") == (due, due)


def test_months_and_years_begin_and_end_in_shanghai(parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, _other = parts
    end_of_year = money_queries.period_of("year", now=NOW)
    assert (end_of_year.first, end_of_year.after) == (date(2026, 10, 1), date(2027, 10, 1))
    for day, after in ((date(2026, 12, 31), date(2027, 1, 1)), (date(2026, 2, 28), date(2026, 3, 1))):
        assert money_queries.period_of("month", now=start_of(day)).after == after
    next_month = {row.key: row for row in money_queries.figures(own.vendor, now=NOW + timedelta(days=40))}
    assert (str(next_month["sold"].month), str(next_month["sold"].year)) == ("0.00", "60.20")
    next_year = {row.key: row for row in money_queries.figures(own.vendor, now=NOW + timedelta(days=400))}
    assert str(next_year["sold"].year) == "0.00"


def test_the_page_says_when_how_much_and_where_to(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, _other = parts
    client.force_login(people.member_of(own.vendor))
    page = client.get(reverse("desk:money")).content.decode()
    for words in ("2026-11-05 到账", "打到尾号 1234 的账户", own.number, "未核实"):
        assert words in page
    assert "62280000" not in page
    for key in ("sold", "refunded", "freight", "arrived", "expense", "coming"):
        opened = client.get(reverse("desk:money-figure", args=[own.vendor_id, key, "year"]))
        assert opened.status_code == 200
    for key, period in (("luck", "year"), ("sold", "day")):
        assert client.get(reverse("desk:money-figure", args=[own.vendor_id, key, period])).status_code == 404
    card = client.get(reverse("desk:money-card", args=[own.vendor_id])).content.decode()
    assert "未核实" in card


def test_a_cost_is_unverified_and_in_no_sum_of_the_ledger(parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, other = parts
    before = list(IncomeMonth.objects.values()), figure(own, "expense")
    made = cost(own)
    assert (made.amount, made.taken_back_at) == (Decimal("30.00"), None)
    assert cost(own) == made
    assert Cost.objects.count() == 1
    assert (list(IncomeMonth.objects.values()), figure(own, "expense")) == before
    assert prove() == []
    household, neighbour = own.vendor.household_id or 0, other.vendor.household_id or 0
    assert str(money_queries.own_costs(household, now=LATER).year) == "30.00"
    assert str(money_queries.own_costs(neighbour, now=LATER).year) == "0.00"
    take_back_cost(cost=made, actor=DEMO, now=LATER)
    assert str(money_queries.own_costs(household, now=LATER).year) == "0.00"
    with pytest.raises(IntegrityError, match="append_only"), transaction.atomic():
        Cost.objects.update(amount=1)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"amount": Decimal(0)}, "bad_amount"),
        ({"amount": Decimal("-1")}, "bad_amount"),
        ({"on": date(2026, 11, 3)}, "bad_day"),
        ({"on": date(2023, 1, 1)}, "bad_day"),
    ],
)
def test_an_odd_cost_is_not_kept(
    parts: tuple[VendorOrder, VendorOrder], changed: dict[str, object], code: str
) -> None:
    with pytest.raises(DomainError, match=code):
        cost(parts[0], **changed)
    assert not Cost.objects.exists()


def test_a_slip_is_read_safely_and_seen_by_its_household_alone(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, other = parts
    client.force_login(people.member_of(own.vendor))
    url = reverse("desk:costs")
    form = {
        "kind": "feed",
        "amount": "￥１２.５０元",
        "on": timezone.localdate().isoformat(),
        "submission": "k",
    }
    refused = client.post(url, {**form, "slip": text_file()})
    assert "这个文件不是照片" in refused.content.decode()
    assert not Cost.objects.exists()
    assert client.post(url, {**form, "slip": photo_file()})["Location"] == url
    assert client.post(url, {**form, "slip": photo_file()})["Location"] == url
    made = Cost.objects.get()
    assert str(made.amount) == "12.50"
    slip = reverse("desk:cost-slip", args=[made.pk])
    answer_ = client.get(slip)
    assert (answer_["Content-Type"], answer_.content[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert answer_["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert b"Exif" not in answer_.content
    assert bytes(CostSlip.objects.get().jpeg) == answer_.content
    client.force_login(people.member_of(other.vendor))
    assert client.get(slip).status_code == 404
    assert client.post(reverse("desk:cost-back", args=[made.pk])).status_code == 404
    made.refresh_from_db()
    assert made.taken_back_at is None


def test_a_household_disputes_and_the_office_answers(
    client: Client, parts: tuple[VendorOrder, VendorOrder]
) -> None:
    own, _other = parts
    entry = IncomeEntry.objects.get(vendor_order=own)
    before = IncomeEntry.objects.values().get(pk=entry.pk)
    helper = helping(own.vendor)
    client.force_login(helper)
    url = reverse("desk:money-entry", args=[entry.pk])
    assert client.post(url, {"reason": "少了五块"})["Location"] == url
    assert "正在等答复" in client.post(url, {"reason": "再说一次"}).content.decode()
    row = Dispute.objects.get()
    assert (row.reason, row.raised_by, row.acted_for) == ("少了五块", helper.label, f"vendor:{own.vendor_id}")
    client.force_login(people.officer(village="440883106210"))
    assert client.get(reverse("office:dispute", args=[row.pk])).status_code == 404
    client.force_login(people.officer(village="440883106206"))
    assert "少了五块" in client.get(reverse("office:disputes")).content.decode()
    one = reverse("office:dispute", args=[row.pk])
    assert "请写明答复" in client.post(one, {"answer": " "}).content.decode()
    assert client.post(one, {"answer": "运费另算，没有少"})["Location"] == reverse("office:disputes")
    client.force_login(people.member_of(own.vendor))
    assert "运费另算，没有少" in client.get(url).content.decode()
    with pytest.raises(DomainError, match="answered"):
        answer(dispute_id=row.pk, text="又一次", actor=DEMO, now=LATER)
    dispute(entry=entry, reason="还是不对", actor=DEMO, now=LATER)
    assert IncomeEntry.objects.values().get(pk=entry.pk) == before


def test_a_refund_shows_where_it_was_booked(parts: tuple[VendorOrder, VendorOrder]) -> None:
    own, _other = parts
    refund(own, "5.00")
    assert figure(own, "refunded") == ("5.00", "5.00")
    assert rows(own, "refunded") == [(own.number, "5.00")]
    assert rows(own, "coming") == [(own.number, "-5.00")]


def test_pages_cost_an_exact_number_of_statements(
    client: Client, parts: tuple[VendorOrder, VendorOrder], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    own, _other = parts
    cost(own)
    entry = IncomeEntry.objects.get(vendor_order=own)
    client.force_login(people.member_of(own.vendor))
    for name, args, statements in (
        ("money", [], 16),
        ("money-figure", [own.vendor_id, "sold", "year"], 5),
        ("money-figure", [own.vendor_id, "arrived", "year"], 6),
        ("money-card", [own.vendor_id], 11),
        ("money-entry", [entry.pk], 5),
        ("costs", [], 5),
    ):
        with django_assert_num_queries(statements):
            assert client.get(reverse(f"desk:{name}", args=args)).status_code == 200
