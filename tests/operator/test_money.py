"""The operator's acts on money: each harmless when the page is sent twice."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from common.audit import DEMO
from common.models import AuditEntry
from flow.confirm_receipt import complete, confirm_receipt
from flow.pay_out import check_payout, make_payout, mark_paid
from flow.place_order import Placed
from flow.settle import settle
from flow.ship import ship
from fulfilment.models import RefundShare, VendorOrder
from income.models import IncomeEntry
from income.prove import prove
from orders.models import Placement, SoldLine
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from settlement.models import Payout
from tests import people
from tests.flow.test_story import NOW, pay, placed_order
from vendors.models import PayeeAccount


@pytest.fixture
def placed(db: None) -> Placed:
    return placed_order()


def part_of(placed: Placed, index: int = 0) -> VendorOrder:
    return VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[index]


def settled(part: VendorOrder, *, then: datetime) -> None:
    ship(vendor_order=part, carrier="ems", waybill=f"TEST00{part.pk}", actor=DEMO, now=NOW)
    confirm_receipt(vendor_order=part, by="buyer", actor=DEMO, now=NOW)
    complete(vendor_order=part, actor=DEMO, now=then)
    settle(vendor_order=part, now=then)


def test_a_transfer_is_recorded_once_and_only_in_full(client: Client, placed: Placed) -> None:
    attempt = PaymentAttempt.objects.get(order_id=placed.order_id)
    client.force_login(people.staff("cashier"))
    url = reverse("operator:transfer", args=[attempt.key])
    wrong = client.post(url, {"amount": "0.01", "reference": "B-1"})
    assert wrong.status_code == 200
    assert "填的是 ¥0.01，没有登记" in wrong.content.decode()
    assert Receipt.objects.count() == 0
    assert Problem.objects.get().kind == "amount_mismatch"
    right = {"amount": f"￥{attempt.amount}", "reference": " Ｂ-1 "}
    assert client.post(url, right).status_code == 302
    assert client.post(url, right).status_code == 302
    receipt = Receipt.objects.get()
    assert (receipt.amount, receipt.provider_ref) == (attempt.amount, "B-1")
    assert Placement.objects.get().state == "open"
    assert prove() == []


def test_a_bank_reference_counts_for_one_payment(client: Client, placed: Placed) -> None:
    first = PaymentAttempt.objects.get(order_id=placed.order_id)
    client.force_login(people.staff("cashier"))
    client.post(reverse("operator:transfer", args=[first.key]), {"amount": first.amount, "reference": "B-1"})
    second = PaymentAttempt.objects.create(
        order_id=placed.order_id, gateway="bank_transfer", amount=first.amount, made_at=NOW
    )
    answer = client.post(
        reverse("operator:transfer", args=[second.key]),
        {"amount": second.amount, "reference": "B-1"},
        follow=True,
    )
    assert "凭证号 B-1 之前已经登记在这个订单，没有重复记账" in answer.content.decode()
    second.refresh_from_db()
    assert (second.state, Receipt.objects.count()) == ("open", 1)


def test_a_refund_by_line_sent_twice_gives_back_once(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    line = SoldLine.objects.get(packed_in__vendor_order=part)
    client.force_login(people.staff("service"))
    form = {
        "submission": str(uuid4()),
        "borne_by": "household",
        "reason": "坏果",
        f"amount_{line.pk}": "30.10",
        f"returned_{line.pk}": "1",
    }
    url = reverse("operator:refund", args=[part.number])
    assert client.post(url, form).status_code == 302
    assert client.post(url, form).status_code == 302
    share = RefundShare.objects.get()
    assert (share.amount, share.borne_by, share.returned_quantity) == (Decimal("30.10"), "household", 1)
    assert AuditEntry.objects.filter(action="refund").count() == 1
    assert prove() == []


def test_a_refund_sent_again_with_another_amount_tells_what_stands_in_the_books(
    client: Client, placed: Placed
) -> None:
    pay(placed)
    part = part_of(placed)
    client.force_login(people.staff("service"))
    form = {"submission": str(uuid4()), "borne_by": "operator", "reason": "坏果", "amount": "5"}
    url = reverse("operator:refund", args=[part.number])
    first = client.post(url, form, follow=True).content.decode()
    assert "退款 ¥5.00 已登记" in first
    again = client.post(url, {**form, "amount": "8", "reason": "少件"}, follow=True).content.decode()
    assert "当时登记退款 ¥5.00（坏果），这次没有再退" in again
    assert "¥8.00" not in again
    refund = Refund.objects.get()
    assert (refund.amount, refund.reason) == (Decimal("5.00"), "坏果")
    assert prove() == []


def test_a_refund_that_was_refused_may_be_mended_and_sent_again(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    client.force_login(people.staff("service"))
    form = {"submission": str(uuid4()), "borne_by": "operator", "reason": "坏果"}
    url = reverse("operator:refund", args=[part.number])
    assert client.post(url, {**form, "amount": "99999"}).status_code == 200
    assert Refund.objects.count() == 0
    assert "退款 ¥5.00 已登记" in client.post(url, {**form, "amount": "5"}, follow=True).content.decode()
    assert Refund.objects.get().amount == Decimal("5.00")


def test_b029_the_refund_page_stops_at_what_is_left(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    client.force_login(people.staff("service"))
    url = reverse("operator:refund", args=[part.number])

    def give_back(amount: Decimal) -> int:
        form = {"submission": str(uuid4()), "borne_by": "operator", "reason": "测试", "amount": str(amount)}
        return client.post(url, form).status_code

    kept = part.kept
    assert give_back(kept - 1) == 302
    assert give_back(Decimal(10)) == 200
    assert Refund.objects.count() == 1
    assert give_back(Decimal(1)) == 302
    assert sum(Refund.objects.values_list("amount", flat=True)) == kept
    assert prove() == []


@pytest.mark.parametrize(
    "typed", [{}, {"amount": "-1"}, {"amount": "1.005"}, {"amount": "1", "freight": "1"}, {"amount": "多"}]
)
def test_a_refund_that_says_nothing_clear_changes_nothing(
    client: Client, placed: Placed, typed: dict[str, str]
) -> None:
    pay(placed)
    client.force_login(people.staff("service"))
    form = {"submission": str(uuid4()), "borne_by": "operator", "reason": "测试", **typed}
    answer = client.post(reverse("operator:refund", args=[part_of(placed).number]), form)
    assert answer.status_code == 200
    assert "form-errors" in answer.content.decode()
    assert Refund.objects.count() == 0


def test_a_refund_by_hand_is_paid_once(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    client.force_login(people.staff("service", "cashier"))
    form = {"submission": str(uuid4()), "borne_by": "operator", "reason": "测试", "amount": "5"}
    client.post(reverse("operator:refund", args=[part.number]), form)
    refund = Refund.objects.get()
    url = reverse("operator:refund-paid", args=[refund.key])
    assert client.post(url, {"reference": "R-1"}).status_code == 302
    again = client.post(url, {"reference": "R-2"})
    assert "这笔退款已经完成" in again.content.decode()
    refund.refresh_from_db()
    assert (refund.state, refund.provider_ref) == ("succeeded", "R-1")


def test_a_payout_is_made_by_one_and_checked_by_another(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    settled(part, then=NOW.replace(day=10))
    both, other = people.staff("cashier", "checker"), people.staff("checker", name="小何")
    client.force_login(both)
    make = reverse("operator:make-payout", args=[part.vendor_id])
    assert client.post(make).status_code == 302
    assert client.post(make).status_code == 302
    payout = Payout.objects.get()
    check = reverse("operator:check-payout", args=[payout.pk])
    answer = client.post(check, follow=True)
    assert "制单人不能复核自己的付款单" in answer.content.decode()
    paid = reverse("operator:pay-payout", args=[payout.pk])
    client.post(paid, {"reference": "P-1"})
    payout.refresh_from_db()
    assert (payout.state, IncomeEntry.objects.count()) == ("made", 0)
    client.force_login(other)
    client.post(check)
    client.force_login(both)
    client.post(paid, {"reference": "P-1"})
    client.post(paid, {"reference": "P-2"})
    payout.refresh_from_db()
    assert (payout.state, payout.bank_reference, payout.checked_by) == ("paid", "P-1", other)
    assert IncomeEntry.objects.get().amount == Decimal("60.20")
    assert prove() == []


def test_a_failed_payout_is_owed_again(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    settled(part, then=NOW.replace(day=10))
    client.force_login(people.staff("cashier"))
    client.post(reverse("operator:make-payout", args=[part.vendor_id]))
    payout = Payout.objects.get()
    client.post(reverse("operator:fail-payout", args=[payout.pk]), {"reason": "账号不符"})
    payout.refresh_from_db()
    assert (payout.state, payout.failure) == ("failed", "账号不符")
    page = client.get(reverse("operator:payouts")).content.decode()
    assert reverse("operator:make-payout", args=[part.vendor_id]) in page
    assert prove() == []


def test_a_problem_is_closed_once_with_a_note(client: Client, placed: Placed) -> None:
    pay(placed, "0.01")
    problem = Problem.objects.get()
    client.force_login(people.staff("service"))
    url = reverse("operator:problem", args=[problem.pk])
    assert client.post(url, {"note": " "}).status_code == 200
    assert client.post(url, {"note": "已联系买家"}).status_code == 302
    assert client.post(url, {"note": "另一句"}).status_code == 200
    problem.refresh_from_db()
    assert problem.closing_note == "已联系买家"


def test_an_account_is_shown_whole_only_while_it_is_to_be_paid(client: Client, placed: Placed) -> None:
    pay(placed)
    part = part_of(placed)
    settled(part, then=NOW + timedelta(days=2))
    PayeeAccount.objects.filter(vendor=part.vendor).update(account_number="6222021234567890")
    cashier, checker, service = (people.staff(job) for job in ("cashier", "checker", "service"))
    payout = make_payout(vendor_id=part.vendor_id, made_by=cashier, now=NOW)
    url = reverse("operator:payout", args=[payout.pk])

    def account_seen_by(user: User) -> str:
        client.force_login(user)
        found = re.search(r"\*{12}7890|6222021234567890", client.get(url).content.decode())
        assert found
        return found[0]

    whole, masked = "6222021234567890", "************7890"
    assert [account_seen_by(user) for user in (cashier, checker, service)] == [whole, whole, masked]
    check_payout(payout_id=payout.pk, checked_by=checker, now=NOW)
    assert [account_seen_by(user) for user in (cashier, checker, service)] == [whole, whole, masked]
    mark_paid(payout_id=payout.pk, by=cashier, bank_reference="B-1", now=NOW)
    assert [account_seen_by(user) for user in (cashier, checker, service)] == [masked] * 3
