"""Each list with a row in it, at an exact number of statements however many rows."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from backoffice.views.lists import _TITLES
from common import paging
from common.audit import DEMO
from flow.pay_out import make_payout
from flow.refund import refund_amount
from fulfilment.models import VendorOrder
from messages.texts import TEXTS
from payments.models import Problem, ProviderEvent
from settlement.models import Payout
from tests import people
from tests.flow.test_story import NOW, pay, placed_order
from tests.office.test_branch import recorded
from tests.operator.test_money import settled
from tests.operator.test_pages import cash_order

Page = tuple[str, int, str]
LATER = NOW + timedelta(days=10)


@pytest.fixture
def busy(db: None) -> VendorOrder:
    """One of everything: money refunded, owed, in a payout; a problem, a notice, messages."""
    placed = placed_order()
    pay(placed, "0.01")
    pay(placed)
    first, second = VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")
    refund_amount(
        vendor_order=second,
        amount=second.goods_amount,
        reason="缺货",
        borne_by="operator",
        actor=DEMO,
        now=NOW,
    )
    settled(first, then=LATER)
    ProviderEvent.objects.create(
        gateway="stripe",
        event_id="evt_1",
        kind="charge.updated",
        is_live=False,
        stamped_at=NOW,
        received_at=NOW,
    )
    return first


@pytest.mark.parametrize(
    "page",
    [
        ("refunds", 4, "缺货"),
        ("payouts", 6, "李伯的店"),
        ("late", 4, "陈叔的店"),
        ("problems", 4, "到账金额与订单不符"),
        ("notices", 4, "evt_1"),
        ("messages", 4, "付款成功"),
    ],
)
def test_a_list_costs_the_same_for_any_number_of_rows(
    client: Client, busy: VendorOrder, django_assert_num_queries: DjangoAssertNumQueries, page: Page
) -> None:
    name, statements, text = page
    client.force_login(people.staff("cashier"))
    with django_assert_num_queries(statements):
        assert text in client.get(reverse(f"operator:{name}")).content.decode()


def test_a_list_shows_fifty_and_leads_on(client: Client, busy: VendorOrder) -> None:
    Problem.objects.bulk_create(
        Problem(kind="cash_missing", dedupe_key=f"x{index}", text=f"第{index:03d}条", opened_at=NOW)
        for index in range(paging.PAGE_SIZE + 10)
    )
    client.force_login(people.staff("service"))
    first = client.get(reverse("operator:problems")).content.decode()
    assert (first.count("第0"), "第059条" in first, "第009条" in first) == (50, True, False)
    last = Problem.objects.order_by("-pk")[paging.PAGE_SIZE - 1]
    assert f'href="?from={last.pk}"' in first
    second = client.get(reverse("operator:problems"), {"from": last.pk}).content.decode()
    # Ten of these, and the one of the wrong amount.
    assert (second.count("第0"), "到账金额与订单不符" in second, 'rel="next"' in second) == (10, True, False)


def test_the_account_is_shown_to_those_who_pay(client: Client, busy: VendorOrder) -> None:
    payout = make_payout(vendor_id=busy.vendor_id, made_by=people.person("小梁"), now=LATER)
    url = reverse("operator:payout", args=[payout.pk])
    client.force_login(people.staff("cashier"))
    assert '<dd class="number">0000</dd>' in client.get(url).content.decode()
    client.force_login(people.staff("service"))
    page = client.get(url).content.decode()
    assert '<dd class="number">****</dd>' in page
    assert busy.number in page


def test_a_paid_payout_stays_readable(client: Client, db: None) -> None:
    placed = placed_order()
    pay(placed)
    recorded(VendorOrder.objects.filter(order_id=placed.order_id).order_by("pk")[0])
    payout = Payout.objects.get()
    client.force_login(people.staff("service"))
    page = client.get(reverse("operator:payout", args=[payout.pk])).content.decode()
    assert payout.bank_reference in page


def test_cash_list_and_waiting_transfers_have_their_rows(client: Client, db: None) -> None:
    cash_order()
    VendorOrder.objects.update(state="shipped", shipped_at=NOW)
    client.force_login(people.staff("service"))
    page = client.get(reverse("operator:cash")).content.decode()
    assert VendorOrder.objects.get().number in page
    # Only a cashier records money.
    assert "登记收款" not in page


def test_every_message_has_a_title() -> None:
    assert set(_TITLES) == set(TEXTS)


def test_a_refund_needs_a_submission(client: Client, busy: VendorOrder) -> None:
    client.force_login(people.staff("service"))
    form = {"borne_by": "operator", "reason": "测试", "amount": "1", "submission": f"{uuid4()}x"}
    answer = client.post(reverse("operator:refund", args=[busy.number]), form)
    assert answer.status_code == 200
    assert "form-errors" in answer.content.decode()
