"""Money that came in by hand, whatever it is: the page says what became of it and what happens next."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from backoffice.next_steps import NEXT_STEPS
from catalog.models import Listing
from common.audit import DEMO
from flow.cancel import cancel_unpaid, refuse_at_door
from flow.expire import expire
from flow.place_order import Placed
from flow.ship import ship
from fulfilment.models import VendorOrder
from income.prove import prove
from orders.models import Placement
from orders.services.basket import Visitor, add, new_key, open_basket
from payments.models import PaymentAttempt, Problem, Receipt, Refund
from tests import people
from tests.flow.test_story import NOW, place, placed_order
from tests.operator.test_pages import cash_order

OFFER_RETURN, OFFER_ANOTHER = 'name="act" value="return"', 'name="act" value="another"'


@pytest.fixture
def placed(db: None, client: Client) -> Placed:
    client.force_login(people.staff("cashier"))
    return placed_order()


def attempt() -> PaymentAttempt:
    return PaymentAttempt.objects.earliest("pk")


def send(client: Client, amount: object, reference: str, act: str = "") -> str:
    """What the cashier reads after recording money on the page of the transfer."""
    url = reverse("operator:transfer", args=[attempt().key])
    form = {"amount": str(amount), "reference": reference, "act": act}
    return client.post(url, form, follow=True).content.decode()


def test_the_right_amount_is_booked_and_named(client: Client, placed: Placed) -> None:
    due = attempt().amount
    assert f"已登记收到 ¥{due}，凭证号 B-1。" in send(client, due, "B-1")
    assert "凭证号 B-1 之前已经登记在这个订单，没有重复记账" in send(client, due, "B-1")
    assert (Receipt.objects.count(), Refund.objects.count()) == (1, 0)


def test_a_wrong_amount_is_given_back_on_the_cashiers_word_and_the_order_goes_on_waiting(
    client: Client, placed: Placed
) -> None:
    due = attempt().amount
    page = send(client, "5.01", "B-1")
    assert f"应收 ¥{due}，填的是 ¥5.01，没有登记，订单继续等候足额付款" in page
    assert (OFFER_RETURN in page, OFFER_ANOTHER in page, Receipt.objects.count()) == (True, False, 0)
    page = send(client, "5.01", "B-1", act="return")
    assert "已登记收到 ¥5.01，这笔钱用不上，要退给买家" in page
    refund = Refund.objects.get()
    assert (refund.amount, refund.kind, refund.is_manual) == (Decimal("5.01"), "unplaced", True)
    assert reverse("operator:refund-paid", args=[refund.key]) in page
    assert Placement.objects.get().state == "awaiting_payment"
    assert "这个凭证号已经登记过" in send(client, "5.01", "B-1", act="return")
    assert f"已登记收到 ¥{due}" in send(client, due, "B-2")
    assert prove() == []


def test_the_right_amount_cannot_be_given_back_as_wrong(client: Client, placed: Placed) -> None:
    assert "金额与应收一致，请直接登记到账" in send(client, attempt().amount, "B-1", act="return")
    assert (Receipt.objects.count(), Refund.objects.count()) == (0, 0)


def test_a_second_transfer_is_given_back_on_the_cashiers_word(client: Client, placed: Placed) -> None:
    due = attempt().amount
    order = send(client, due, "B-1")
    url = reverse("operator:transfer", args=[attempt().key])
    assert url in order
    assert "又收到一笔转账" in client.get(url).content.decode()
    page = send(client, due, "B-2")
    assert "这个订单已经用另一个凭证号登记过到账" in page
    assert (OFFER_RETURN in page, OFFER_ANOTHER in page, Receipt.objects.count()) == (False, True, 1)
    assert f"已登记收到 ¥{due}，这笔钱用不上" in send(client, due, "B-2", act="another")
    assert Refund.objects.get().receipt.provider_ref == "B-2"
    assert "凭证号 B-2 之前已经登记在这个订单" in send(client, due, "B-2", act="another")
    assert Placement.objects.get().state == "open"
    assert prove() == []


def test_money_after_time_is_up_opens_the_order_again(client: Client, placed: Placed) -> None:
    assert expire(order_id=placed.order_id, now=NOW + timedelta(days=4))
    assert (
        "货还在就重新打开订单"
        in client.get(reverse("operator:transfer", args=[attempt().key])).content.decode()
    )
    assert "现已重新打开，并通知农户备货" in send(client, attempt().amount, "B-1")
    assert Placement.objects.get().state == "open"


def test_money_for_an_order_given_up_goes_back(client: Client, placed: Placed) -> None:
    cancel_unpaid(order_id=placed.order_id, actor=DEMO, now=NOW)
    assert "这笔钱用不上，要退给买家" in send(client, attempt().amount, "B-1")
    assert Refund.objects.get().amount == attempt().amount
    assert prove() == []


def test_a_reference_of_another_order_is_refused(client: Client, placed: Placed) -> None:
    send(client, attempt().amount, "B-1")
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    add(basket_id=basket_id, product_id=Listing.objects.order_by("pk")[0].pk, quantity=1, now=NOW)
    other = PaymentAttempt.objects.get(order_id=place(basket_id, str(uuid4())).order_id)
    page = client.post(
        reverse("operator:transfer", args=[other.key]), {"amount": other.amount, "reference": "B-1"}
    ).content.decode()
    assert "这个凭证号已经登记在另一个订单上" in page
    assert Receipt.objects.count() == 1


def test_cash_of_a_refused_parcel_goes_back(client: Client, db: None) -> None:
    client.force_login(people.staff("cashier"))
    cash_order()
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    refuse_at_door(vendor_order=part, reason="拒收", actor=DEMO, now=NOW)
    url = reverse("operator:cash-parcel", args=[part.number])
    assert "又收到这个包裹的现金" in client.get(url).content.decode()
    page = client.post(url, {"amount": attempt().amount, "reference": "C-1"}, follow=True).content.decode()
    assert "这笔钱用不上，要退给买家" in page
    assert Refund.objects.get().amount == attempt().amount
    assert prove() == []


def test_wrong_cash_is_not_booked(client: Client, db: None) -> None:
    client.force_login(people.staff("cashier"))
    cash_order()
    part = VendorOrder.objects.get()
    ship(vendor_order=part, carrier="ems", waybill="TEST001", actor=DEMO, now=NOW)
    url = reverse("operator:cash-parcel", args=[part.number])
    page = client.post(url, {"amount": "1", "reference": "C-1"}).content.decode()
    assert "填的是 ¥1.00，没有登记" in page
    assert (Receipt.objects.count(), OFFER_RETURN in page) == (0, False)


def test_every_problem_says_what_to_do(client: Client, placed: Placed) -> None:
    assert set(NEXT_STEPS) == set(Problem.Kind.values)
    send(client, "5.01", "B-1")
    step = "照实登记并退给买家，请买家按应收金额重付"
    assert step in client.get(reverse("operator:problems")).content.decode()
    problem = Problem.objects.get()
    assert step in client.get(reverse("operator:problem", args=[problem.pk])).content.decode()
