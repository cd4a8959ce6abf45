"""A refund that its provider failed: on a list of its own, sent again or paid by hand, never twice."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from common.audit import DEMO
from common.models import AuditEntry
from flow.refund import refund_amount
from flow.send_refund import send_refund
from fulfilment.models import VendorOrder
from income.prove import prove
from payments.models import Refund
from standin.testing import Standin
from tests import people
from tests.flow.conftest import buyer as buyer  # noqa: PLC0414  the fixture
from tests.flow.conftest import standin as standin  # noqa: PLC0414  the fixture
from tests.flow.online import Buyer
from tests.flow.test_online_refunds import ended, remote
from tests.flow.test_story import NOW

LIST, BY_HAND = reverse("operator:failed-refunds"), reverse("operator:refunds")


@pytest.fixture
def failed(buyer: Buyer, standin: Standin) -> Refund:
    """¥10.05 that the provider took on and then could not give back."""
    buyer.pays()
    buyer.comes_back()
    refund = refund_amount(
        vendor_order=VendorOrder.objects.get(),
        amount=Decimal("10.05"),
        reason="坏果",
        borne_by="operator",
        actor=DEMO,
        now=NOW,
    )
    send_refund(refund_key=refund.key, now=NOW)
    ended(standin, refund, "failed")
    send_refund(refund_key=refund.key, now=NOW)
    refund.refresh_from_db()
    return refund


def test_it_is_listed_with_its_cause_and_counted(
    client: Client, failed: Refund, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.staff("cashier"))
    with django_assert_num_queries(4):
        page = client.get(LIST).content.decode()
    for text in (
        "坏果",
        "¥10.05",
        "买家的银行或钱包拒收",
        reverse("operator:refund-again", args=[failed.key]),
    ):
        assert text in page
    assert "坏果" not in client.get(BY_HAND).content.decode()
    home = client.get(reverse("operator:home")).content.decode()
    assert '未成功的退款</a></th><td class="figure">1</td>' in home


def test_only_a_cashier_finds_the_buttons(client: Client, failed: Refund) -> None:
    client.force_login(people.staff("service"))
    page = client.get(LIST).content.decode()
    assert "坏果" in page
    assert "<button" not in page.split("<main", 1)[1]


def test_it_is_sent_again_once_and_then_awaited(client: Client, failed: Refund, standin: Standin) -> None:
    client.force_login(people.staff("cashier"))
    url = reverse("operator:refund-again", args=[failed.key])
    page = client.post(url, follow=True).content.decode()
    assert "退款 ¥10.05 已再次交给支付平台" in page
    assert "没有未成功的退款" in page
    assert "这笔退款现在不能再次提交" in client.post(url, follow=True).content.decode()
    assert remote(standin) == [(1005, "failed"), (1005, "pending")]
    assert AuditEntry.objects.filter(action="send_refund_again").count() == 1
    failed.refresh_from_db()
    ended(standin, failed, "succeeded")
    assert send_refund(refund_key=failed.key, now=NOW) == "succeeded"
    assert prove() == []


def test_while_the_provider_is_at_it_nobody_pays_by_hand(
    client: Client, failed: Refund, standin: Standin
) -> None:
    client.force_login(people.staff("cashier"))
    # Nobody answers: whether the money went out is not known until the clock has asked again.
    standin.control("fail", {"count": 9, "status": 500})
    page = client.post(reverse("operator:refund-again", args=[failed.key]), follow=True).content.decode()
    assert "已再次交给支付平台" in page
    paid = reverse("operator:refund-paid", args=[failed.key])
    assert "<form" not in client.get(paid).content.decode().split("<main", 1)[1]
    assert "这笔退款正由支付平台办理" in client.post(paid, {"reference": "OUT-1"}).content.decode()
    failed.refresh_from_db()
    assert (failed.state, failed.is_manual, failed.provider_ref) == ("pending", False, "")


def test_refused_again_it_leads_to_paying_by_hand(client: Client, failed: Refund, standin: Standin) -> None:
    client.force_login(people.staff("cashier"))
    standin.control("fail", {"count": 9, "status": 400})
    answer = client.post(reverse("operator:refund-again", args=[failed.key]))
    paid = reverse("operator:refund-paid", args=[failed.key])
    assert answer["Location"] == paid
    page = client.get(paid).content.decode()
    assert "支付平台仍然没有退成" in page
    assert client.post(paid, {"reference": "OUT-1"}).status_code == 302
    failed.refresh_from_db()
    assert (failed.state, failed.provider_ref, failed.is_manual) == ("succeeded", "OUT-1", True)
    again = client.post(reverse("operator:refund-again", args=[failed.key]), follow=True).content.decode()
    assert "这笔退款现在不能再次提交" in again
    assert prove() == []
